/** How much a term says about which event an article is about: little if most news articles hold it. */
import model from './event-model.json' with { type: 'json' };

/** Inverse document frequencies (natural logarithms, in halves) of the terms that 4 in 100 English news articles hold. */
const COMMON_TERMS: ReadonlyMap<string, number> = new Map(
  Object.entries(model.commonTerms).flatMap(([weight, terms]) =>
    terms.split(' ').map((term): [string, number] => [term, Number(weight)]),
  ),
);

/** All rarer terms count alike: whoever names an event names it with them. */
const RARE = 3.2;

export const termWeight = (term: string): number => COMMON_TERMS.get(term) ?? RARE;
