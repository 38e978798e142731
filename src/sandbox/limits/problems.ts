/** Faults of a request body in, Discord's `Invalid Form Body` out: every fault at its path, all of them at once. */
import { ApiError, type FormErrors } from '../rest/api-error.ts';

export type Path = readonly (string | number)[];

/** Collects faults while a body is looked over. */
export class Problems {
  readonly #base: Path;
  #root: FormErrors = {};
  #count = 0;

  /** `base`: where in the request's body the looked-over part stands. */
  constructor(base: Path = []) {
    this.#base = base;
  }

  /** `code` and `message` are Discord's own wording if it is known. */
  add(path: Path, code: string, message: string): void {
    let at = this.#root;
    for (const key of [...this.#base, ...path]) {
      at[key] ??= {};
      at = at[key] as FormErrors;
    }
    at._errors ??= [];
    (at._errors as unknown[]).push({ code, message });
    this.#count += 1;
  }

  /** Throws error 50035 when there was any fault. */
  refuse(): void {
    if (this.#count > 0) throw new ApiError(400, 50035, 'Invalid Form Body', this.#root);
  }

  required(path: Path): void {
    this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  }

  /**
   * Checks a text. Length is counted in UTF-16 units, the strictest reading of Discord's limits, so what passes here
   * passes there.
   */
  text(path: Path, value: unknown, limits: { min?: number; max: number }): void {
    const min = limits.min ?? 0;
    if (value === undefined || value === null) {
      if (min > 0) this.required(path);
    } else if (typeof value !== 'string') {
      this.add(path, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.');
    } else if (min > 0 && value.trim() === '') {
      this.required(path);
    } else if (value.length < min || value.length > limits.max) {
      this.#length(path, min, limits.max);
    }
  }

  /** Checks the number of entries of a list. */
  count(path: Path, length: number, limits: { min?: number; max: number }): void {
    const min = limits.min ?? 0;
    if (length < min || length > limits.max) this.#length(path, min, limits.max);
  }

  #length(path: Path, min: number, max: number): void {
    const [code, words] =
      min > 0
        ? ['BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`]
        : ['BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`];
    this.add(path, code!, words!);
  }
}
