/** In: a request of the Model Context Protocol. Out: its answer, by the official SDK; nothing is remembered between two. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import packageJson from '../../package.json' with { type: 'json' };
import { DatelineError } from '../domain/errors.ts';
import { type ApiSources, ARCHIVE_TOOLS, type ArchiveTool } from './archive-tools.ts';

const createServer = (sources: ApiSources): McpServer => {
  const server = new McpServer({ name: 'dateline', version: packageJson.version });
  for (const [name, { description, input, run }] of Object.entries<ArchiveTool>(ARCHIVE_TOOLS))
    server.registerTool(
      name,
      { description, inputSchema: input, annotations: { readOnlyHint: true, openWorldHint: false } },
      async (given: Record<string, unknown>) => {
        try {
          const found = await run(given, sources);
          return { content: [{ type: 'text' as const, text: JSON.stringify(found) }] };
        } catch (error) {
          if (!(error instanceof DatelineError)) throw error;
          return { isError: true, content: [{ type: 'text' as const, text: error.message }] };
        }
      },
    );
  return server;
};

export const answerMcp = async (
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
  sources: ApiSources,
): Promise<void> => {
  const server = createServer(sources);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.on('close', () => void server.close());
  // The SDK's own types disagree under exactOptionalPropertyTypes.
  await server.connect(transport as Transport);
  await transport.handleRequest(request, response, body);
};
