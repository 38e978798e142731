/**
 * In: a sentence of an article. Out: whether it is a line beside the text: who took the picture, who wrote the article,
 * what the next item of a list is about. Such lines are full of names and say nothing.
 */

/** What stands in captions and credits, also if a page's text ran them together with its sentences. */
const CAPTION =
  /\bHide Caption\b|\bGetty Images\b|\bPhotos?: |\bIn pictures:|\bSource: [A-Z]{3}|\bVideo Ad Feedback\b|\b(?:JUST|MUST) WATCH(?:ED)?\b|\/(?:AP|AFP|Reuters|Shutterstock|Redux)\b/g;

const LABEL =
  /^(?:photos?|photographs?|images?|pictures?|pictured|video|credits?|caption|file photo)\s*(?::|\bby\b)/i;
/** "(Maud Vitez/AP)", "Vitez/Getty Images", "AP Photo/Maud Vitez". */
const AGENCY = '(?:AP|AFP|EPA|PA|Reuters|Getty(?: Images)?|Shutterstock|Bloomberg|Anadolu)';
const CREDIT_END = new RegExp(`(?:/|\\bvia )${AGENCY}(?: Images)?[)\\]]?\\.?$`, 'i');
const CREDIT = /\bAP Photo\/|\((?:Photo|Image) by\b|\bfile photo\b[^.]*\)$/i;
/** A name or two and no end of a sentence. */
const BYLINE = /^By:? \p{Lu}[^.!?]{2,60}$/u;
/** "4. Ukraine", with no end of a sentence. */
const LIST_HEADING = /^\d{1,2}[.)]\s+[^.!?]{1,45}$/;
const LETTERS = /\p{L}{2}|\p{N}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** No caption is longer; keeps the search for its end short. */
const LONGEST = 600;

/** How many captions and credits a text seems to hold. */
export const countCaptions = (text: string): number => text.match(CAPTION)?.length ?? 0;

/** Whether it is a caption, a credit, a byline or the heading of a list's item, or holds no word at all. */
export const isCaption = (sentence: string): boolean => {
  const text = sentence.trim();
  if (!LETTERS.test(text)) return true;
  if (text.length > LONGEST) return false;
  return (
    [LABEL, CREDIT_END, CREDIT, BYLINE, LIST_HEADING].some((line) => line.test(text)) ||
    countCaptions(text) > 0
  );
};
