/** Moves what its argument says, as JSON, and writes a line after each batch: to be killed. */
import { type Move, moveData } from '../../src/store/move/move-data.ts';

await moveData({
  ...(JSON.parse(process.argv[2]!) as Move),
  onProgress: ({ copied }) => void process.stdout.write(`${copied}\n`),
});
