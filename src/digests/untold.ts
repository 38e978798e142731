/**
 * In: subscriptions, and the articles that they take. Out: what each may post: each text once, and nothing that it has posted
 * already, from another outlet or from articles that were lost.
 */
import type { Subscription } from '../domain/subscription.ts';
import type { DeliveryLedger, SeqRange } from '../store/delivery-ledger.ts';
import type { Progress } from './match-articles.ts';
import { type Material, numbersOf, printOf } from './read-headlines.ts';

/** A subscription among those that take the same articles. */
export interface Member {
  readonly subscription: Subscription;
  readonly progress: Progress;
}

/** What waits for these subscriptions and what matched, each text once. */
interface Choice {
  readonly seqs: readonly number[];
  /** Holds these and all articles that have their texts. Null if there are none. */
  readonly range: SeqRange | null;
}

const rangeOf = (seqs: readonly number[], material: Material): SeqRange | null => {
  let [from, through] = [Number.POSITIVE_INFINITY, 0];
  for (const seq of seqs)
    for (const number of numbersOf(seq, material)) {
      from = Math.min(from, number);
      through = Math.max(through, number);
    }
  return seqs.length === 0 ? null : { from, through };
};

const choose = ({ carried, matched }: Progress, material: Material): Choice => {
  const texts = new Set<number>();
  const isFirst = (seq: number): boolean => {
    const known = texts.size;
    return texts.add(material.sameText.get(seq)?.[0] ?? seq).size > known;
  };
  const seqs = [...carried, ...matched].filter(isFirst);
  return { seqs, range: rangeOf(seqs, material) };
};

/** Those that have posted nothing of what they take get one list together. */
export const createUntold = (
  material: Material,
  ledger: Pick<DeliveryLedger, 'posted' | 'postedBefore'>,
): ((members: readonly Member[]) => Promise<ReadonlyMap<Member, readonly number[]>>) => {
  const choices = new Map<Progress, Choice>();
  const choiceOf = ({ progress }: Member): Choice =>
    choices.getOrInsertComputed(progress, () => choose(progress, material));
  return async (members) => {
    const ranges = members.flatMap((member): [string, SeqRange][] => {
      const { range } = choiceOf(member);
      return range === null ? [] : [[member.subscription.id, range]];
    });
    // If the bot was killed before the cursor moved, articles that joined a posted story are found again.
    const posted = await ledger.posted(new Map(ranges));
    const prints = members.map((member): [string, Iterable<string>] => [
      member.subscription.id,
      choiceOf(member)
        .seqs.values()
        .map((seq) => printOf(seq, material)),
    ]);
    // Few subscriptions have posted from articles that were lost: the hashes of the others are not asked for.
    const before = await ledger.postedBefore(new Map(prints));
    const leftOf = (member: Member): readonly number[] => {
      const { id } = member.subscription;
      const { seqs } = choiceOf(member);
      const isTold = (seq: number): boolean =>
        before.get(id)?.has(printOf(seq, material)) === true ||
        numbersOf(seq, material).some((number) => posted.get(id)?.has(number));
      return posted.has(id) || before.has(id) ? seqs.filter((seq) => !isTold(seq)) : seqs;
    };
    return new Map(members.map((member) => [member, leftOf(member)]));
  };
};
