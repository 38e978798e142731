/** In: HTML of any quality. Out: its tags and texts one by one, in linear time however deep it nests. */
import { Parser } from 'htmlparser2';

export interface HtmlVisitor {
  /** Names and attribute names in lower case. */
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** Text with its entities decoded; one text may come in pieces. */
  readonly onText: (text: string) => void;
  /** Called once for every element opened. */
  readonly onClose: (name: string) => void;
}

/**
 * The parser takes time in the depth for every tag. Elements open at this depth are closed, and what follows is read
 * as if it began there.
 */
const MAX_DEPTH = 1_000;

/** Visits the document in order, without building a tree. */
export const walkHtml = (html: string, { onOpen, onText, onClose }: HtmlVisitor): void => {
  for (let from = 0; from < html.length; ) {
    const open: string[] = [];
    let restartAt: number | null = null;
    const parser = new Parser(
      {
        onopentag(name, attributes) {
          open.push(name);
          onOpen(name, attributes);
          if (open.length < MAX_DEPTH) return;
          restartAt = from + parser.endIndex + 1;
          parser.pause();
        },
        ontext: onText,
        onclosetag(name) {
          open.pop();
          onClose(name);
        },
      },
      { recognizeCDATA: true },
    );
    parser.write(html.slice(from));
    if (restartAt === null) parser.end();
    else for (const name of open.toReversed()) onClose(name);
    from = restartAt ?? html.length;
  }
};
