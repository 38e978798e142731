/**
 * In: a sentence of an article. Out: whether it is a line beside the text: who took the picture, who wrote the article.
 * Such lines are full of names but answer nothing.
 */

const LABEL =
  /^(?:photos?|photographs?|images?|pictures?|pictured|video|credits?|caption|file photo)\s*(?::|\bby\b)/i;
/** "(Maud Vitez/AP)", "Vitez/Getty Images", "AP Photo/Maud Vitez". */
const AGENCY = '(?:AP|AFP|EPA|PA|Reuters|Getty(?: Images)?|Shutterstock|Bloomberg|Anadolu)';
const CREDIT_END = new RegExp(`(?:/|\\bvia )${AGENCY}(?: Images)?[)\\]]?\\.?$`, 'i');
const CREDIT = /\bAP Photo\/|\((?:Photo|Image) by\b|\bfile photo\b[^.]*\)$/i;
/** A name or two and no end of a sentence. */
const BYLINE = /^By:? \p{Lu}[^.!?]{2,60}$/u;
const LETTERS = /\p{L}{2}|\p{N}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** No caption is longer; keeps the search for its end short. */
const LONGEST = 600;

/** Whether it is a caption, a credit or a byline, or holds no word at all. */
export const isCaption = (sentence: string): boolean => {
  const text = sentence.trim();
  if (!LETTERS.test(text)) return true;
  if (text.length > LONGEST) return false;
  return LABEL.test(text) || CREDIT_END.test(text) || CREDIT.test(text) || BYLINE.test(text);
};
