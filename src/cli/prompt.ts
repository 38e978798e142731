/** In: a backend that may still be loading, and a terminal. Out: questions answered one after the other. */
import { createInterface } from 'node:readline';
import { type Backend, type LoadProgress, shareDone } from '../backend/backend.ts';
import type { AnswerOptions } from '../domain/answer.ts';
import { DatelineError } from '../domain/errors.ts';
import type { Paint } from './paint.ts';
import { renderAnswer } from './render-answer.ts';

const GREETING = `Ask the articles a question. "Quoted phrases", -words, source:name and after:2024-03-01 narrow it;
an empty line or Ctrl-D ends.
`;

const BAR_CELLS = 12;

/** The prompt itself shows how far loading is, since questions may be asked meanwhile. */
const promptText = (progress: LoadProgress | null): string => {
  if (progress === null) return 'ask> ';
  const share = shareDone(progress);
  const filled = Math.floor(share * BAR_CELLS);
  return `[${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${Math.floor(share * 100)}%] ask> `;
};

export interface PromptOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly paint: Paint;
  /** What each question is answered with; asked for anew each time, since the clock goes on. */
  readonly answerOptions: () => AnswerOptions;
  /** Registers who wants to hear how far loading is. */
  readonly onProgress: (listener: (progress: LoadProgress) => void) => void;
}

const tell = async (
  backend: Pick<Backend, 'answer'>,
  question: string,
  options: PromptOptions,
): Promise<string> => {
  try {
    return renderAnswer(await backend.answer(question, options.answerOptions()), options.paint);
  } catch (error) {
    if (error instanceof DatelineError) return `${options.paint.warning(error.message)}\n`;
    throw error;
  }
};

/** Answers until an empty line, the end of input, Ctrl-C or Ctrl-D. The caller opens and closes the backend. */
export const runPrompt = async (
  backend: Pick<Backend, 'answer' | 'loaded'>,
  options: PromptOptions,
): Promise<void> => {
  const { output } = options;
  output.write(GREETING);
  const lines = createInterface({ input: options.input, output, prompt: promptText(null) });
  let isAnswering = false;
  let isLoading = true;
  const show = (progress: LoadProgress | null): void => {
    const text = promptText(progress);
    if (text === lines.getPrompt()) return;
    lines.setPrompt(text);
    // `true` keeps what is being typed.
    if (!isAnswering) lines.prompt(true);
  };
  options.onProgress((progress) => {
    if (isLoading) show(progress);
  });
  const onLoaded = (): void => {
    isLoading = false;
    show(null);
  };
  // Why loading failed is in the log; what was loaded before can be asked all the same.
  backend.loaded().then(onLoaded, onLoaded);
  lines.on('SIGINT', () => lines.close());
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === '') break;
    isAnswering = true;
    output.write(`\n${await tell(backend, line, options)}\n`);
    isAnswering = false;
    lines.prompt();
  }
  isLoading = false;
  isAnswering = true;
  lines.close();
};
