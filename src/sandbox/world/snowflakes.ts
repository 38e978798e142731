/** Out come Discord ids: unique, growing, with the sandbox's time in them, as clients derive timestamps from ids. */

const DISCORD_EPOCH_MS = 1_420_070_400_000;
const IDS_PER_MS = 4096n;

/** Returns a function that makes one new snowflake a call; ids of one maker never repeat and never shrink. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const earliest = snowflakeAt(now());
    last = earliest > last ? earliest : last + 1n;
    return last.toString();
  };
}

function snowflakeAt(timeMs: number): bigint {
  return BigInt(Math.max(0, Math.floor(timeMs) - DISCORD_EPOCH_MS)) * 1024n * IDS_PER_MS;
}
