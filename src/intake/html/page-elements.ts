/** The document of a page, as far as it is used here, and its elements' text. */
import { parseHTML } from 'linkedom';

export interface PageNode {
  /** 1 for elements, 3 for text. */
  readonly nodeType: number;
  readonly parentElement: PageElement | null;
  readonly nextSibling: PageNode | null;
  readonly firstChild: PageNode | null;
  textContent: string;
  remove(): void;
}

export interface PageElement extends PageNode {
  /** Lower case. */
  readonly localName: string;
  readonly className: string;
  readonly id: string;
  readonly children: Iterable<PageElement>;
  innerHTML: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  contains(other: PageElement): boolean;
}

export interface PageDocument {
  readonly body: PageElement | null;
  readonly documentElement: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** A document of HTML that `scanPage` made fit. */
export const parsePage = (html: string): PageDocument => parseHTML(html).document as unknown as PageDocument;
