/** A word that may be the answer. Each article counts once, with its best sentence, unless said otherwise. */
export class AnswerTerm {
  /** Its id in the dictionary. */
  id = 0;
  support = 0;
  /** Support from articles of the last days. */
  freshSupport = 0;
  /** The best sentence of all. */
  best = 0;
  articles = 0;
  /** Support by how close the words of the question stand. */
  near = 0;
  /** Support by how close the noun stands that the question asks for. */
  noun = 0;
  /** Support from titles. */
  title = 0;
  /** How often an article repeats it. */
  repeats = 0;
  /** Evidence of all its places, and the parts of it that are spelled in one way or other. */
  all = 0;
  initial = 0;
  capital = 0;
  number = 0;
  money = 0;
  quoted = 0;
  /** Evidence of its places right before a unit of time: "nine years". */
  lasting = 0;
  /** Evidence of its places right before a percent sign, or the word for it. */
  percentage = 0;
  /** Evidence of its places in names of persons. */
  person = 0;

  /** The article that is being read, its best values so far, and how often it holds the word. */
  lastArticle: object | null = null;
  bestSupport = 0;
  bestNear = 0;
  bestNoun = 0;
  places = 0;

  /** Forgets all; made once and used again for a word of the next question. */
  begin(id: number): void {
    this.id = id;
    this.support = 0;
    this.freshSupport = 0;
    this.best = 0;
    this.articles = 0;
    this.near = 0;
    this.noun = 0;
    this.title = 0;
    this.repeats = 0;
    this.all = 0;
    this.initial = 0;
    this.capital = 0;
    this.number = 0;
    this.money = 0;
    this.quoted = 0;
    this.lasting = 0;
    this.percentage = 0;
    this.person = 0;
    this.lastArticle = null;
  }
}
