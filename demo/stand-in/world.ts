import type { AppSockets } from './app-sockets.ts';
import type { Directory } from './directory.ts';
import type { Faults } from './faults.ts';
import type { MessageBook } from './message-book.ts';
import type { ViewBook } from './view-book.ts';
import type { WorkspaceSpec } from './workspace.ts';

export type Fields = Record<string, unknown>;
/** The answer of a Web API method. */
export type ApiResult = { ok: boolean; error?: string } & Fields;
/** One Web API call of the app, as it was made and answered. */
export type ApiCall = { method: string; args: Fields; result: ApiResult };

/** What a response URL belongs to; Slack takes five uses within 30 minutes. */
export type ResponseContext = { user: string; channel: string; messageTs?: string; uses: number };

/** Everything the parts of the stand-in share. */
export type World = {
  workspace: WorkspaceSpec;
  directory: Directory;
  messages: MessageBook;
  views: ViewBook;
  faults: Faults;
  sockets: AppSockets;
  calls: ApiCall[];
  recordCall: (call: ApiCall) => void;
  violations: string[];
  responses: Map<string, ResponseContext>;
  /** The address on the page of each file that was uploaded. */
  files: Map<string, string>;
  baseUrl: () => string;
  /** Calls local-slack's own Web API. */
  callLocalSlack: (method: string, args: Fields) => Promise<ApiResult>;
  /** Records a broken rule of Slack. */
  report: (where: string, problems: string[]) => void;
};
