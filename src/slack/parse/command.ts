import * as z from 'zod';
import { parseSubcommand, type Subcommand } from '../../domain/command.ts';

const CommandSchema = z.object({
  text: z.string().nullish(),
  team_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().nullish(),
  user_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().nullish(),
});

/** A slash command as it was meant. */
export type TypedCommand = {
  readonly subcommand: Subcommand;
  readonly teamId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly triggerId: string;
  readonly responseUrl: string | null;
};

/** Null for a body that is not a slash command's. */
export function parseCommand(body: unknown): TypedCommand | null {
  const parsed = CommandSchema.safeParse(body);
  if (!parsed.success) return null;
  const { text, team_id, channel_id, user_id, trigger_id, response_url } = parsed.data;
  return {
    subcommand: parseSubcommand(unescapeText(text ?? '')),
    teamId: team_id,
    channelId: channel_id,
    userId: user_id,
    triggerId: trigger_id,
    responseUrl: response_url ?? null,
  };
}

/**
 * What a person typed, from text that Slack has escaped: `<@U1|ann>` is "@ann", `<#C1|general>` "#general",
 * `<https://a.io|a.io>` "a.io", `&amp;` "&". For commands and messages; what is typed into forms is not escaped.
 */
export function unescapeText(text: string): string {
  return text
    .replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_, mark: string, target: string, label: string | undefined) => {
      const shown = label ? label : target;
      const isWhole = mark === '' || (mark === '!' && label) || shown.startsWith('@') || shown.startsWith('#');
      return isWhole ? shown : `${mark === '#' ? '#' : '@'}${shown}`;
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
