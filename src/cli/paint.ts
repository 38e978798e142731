/** In: a stream. Out: ways to make text stand out on it: colours on a terminal, plain signs elsewhere. */
import { styleText } from 'node:util';

export interface Paint {
  readonly title: (text: string) => string;
  readonly link: (text: string) => string;
  /** What matters less. */
  readonly quiet: (text: string) => string;
  /** A word of the question, outside and inside the sentence that answers best. */
  readonly match: (text: string) => string;
  readonly warning: (text: string) => string;
  /** Characters a line may have. */
  readonly width: number;
}

/** Long lines are hard to read; narrower than this, words no longer fit. Some terminals say they have 0 columns. */
const MAX_WIDTH = 100;
const MIN_WIDTH = 30;

/** Colours if the stream is a terminal that has them and `NO_COLOR` is not set; `*word*` marks words elsewhere. */
export const createPaint = (stream: NodeJS.WriteStream): Paint => {
  type Format = Parameters<typeof styleText>[0];
  const style = (format: Format) => (text: string) => styleText(format, text, { stream });
  const hasColours = style('bold')('x') !== 'x';
  return {
    title: style('bold'),
    link: style('cyan'),
    quiet: style('dim'),
    match: hasColours ? style(['bold', 'yellow']) : (text) => `*${text}*`,
    warning: style('yellow'),
    width: Math.max(MIN_WIDTH, Math.min(stream.columns || MAX_WIDTH, MAX_WIDTH)),
  };
};
