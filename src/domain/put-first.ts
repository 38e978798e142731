/** The items with one of them first; the others stay in their order. */
export const putFirst = <Item>(first: Item, items: readonly Item[]): Item[] => [
  first,
  ...items.filter((item) => item !== first),
];
