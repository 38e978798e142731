/** Where the gateway is and how many sessions may be started. */
import type { RestRequest, Routes } from '../router.ts';

export const gatewayRoutes: Routes = {
  'GET /gateway': ({ world }) => ({ json: { url: gatewayUrl(world.baseUrl) } }),
  'GET /gateway/bot': gatewayBot,
};

function gatewayBot({ world }: RestRequest) {
  return {
    json: {
      url: gatewayUrl(world.baseUrl),
      shards: Math.max(1, Math.ceil(world.guilds.size / 2500)),
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 14_400_000, max_concurrency: 1 },
    },
  };
}

function gatewayUrl(baseUrl: string): string {
  return baseUrl.replace(/^http/, 'ws');
}
