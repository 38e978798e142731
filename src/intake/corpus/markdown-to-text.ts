/** In: markdown. Out: the text it shows. */
import createMarkdown from 'markdown-it';
import { type HtmlText, htmlToText } from '../html/html-to-text.ts';

/** A line end stays one: what a margin broke is joined later, what its writer broke is not. */
const markdown = createMarkdown({ html: true, breaks: true });

/**
 * What is no CommonMark, and no text either, with what it shows: embedded notes and pictures, links between notes and marks
 * for them, highlights, footnote marks, boxes of tasks and callouts, comments, the marks of boxes and of tables of contents,
 * templates of site generators, attributes of kramdown. Lengths are bounded,
 * so that a mark without its end costs no more than itself.
 */
const OTHER_MARKS: readonly (readonly [RegExp, string])[] = [
  // Where links point to may stand right below a paragraph for many programs, though not for CommonMark.
  [/\n(?= {0,3}\[[^[\]\n]{1,200}\]:[ \t])/g, '\n\n'],
  [
    /^[ \t]{0,3}(?::::[^\n]{0,200}|\[\[?_?TOC_?\]\]?|!!![ \t]\w{1,40}(?:[ \t]"[^"\n]{0,200}")?)[ \t]*$/gim,
    '',
  ],
  [/!\[\[[^[\]\n]{1,300}\]\]/g, ''],
  [/\[\[[^[\]|\n]{1,300}\|([^[\]|\n]{1,300})\]\]/g, '$1'],
  [/\[\[([^[\]|\n]{1,300})\]\]/g, '$1'],
  [/^[ \t]{0,3}\[\^[^[\]\s]{1,64}\]:[ \t]{0,8}/gm, ''],
  [/\[\^[^[\]\s]{1,64}\]/g, ''],
  [/^([ \t>]{0,40}(?:[-*+]|\d{1,9}[.)]) )\[[ xX]\] /gm, '$1'],
  [/^([ \t]{0,3}>[ \t]?)\[![\w-]{1,40}\][+-]?/gm, '$1'],
  [/%%[^%]{0,2000}%%/g, ''],
  [/==(?=\S)([^=\n]{1,500})(?<=\S)==/g, '$1'],
  [/[ \t]\^[\w-]{1,40}$/gm, ''],
  [/\{%[^%\n]{0,1000}%\}|\{\{[^{}\n]{0,1000}\}\}|\{:[^{}\n]{1,200}\}/g, ''],
];

/** The text of one line of Markdown, such as a title. */
export const markdownLineToText = (line: string): string => htmlToText(markdown.renderInline(line)).text;

/**
 * Links keep their words, lists their bullets, tables one line per row, code its characters; pictures go to `images`, and all
 * marks go. Takes linear time.
 */
export const markdownToText = (source: string): HtmlText => {
  const plain = OTHER_MARKS.reduce((text, [mark, shown]) => text.replace(mark, shown), source);
  return htmlToText(markdown.render(plain));
};
