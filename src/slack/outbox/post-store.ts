import type { ChannelRefusal, PostMessage } from '../../domain/post.ts';

/** One message as it should stand in Slack, and what is known of it there. */
export type Post = {
  readonly purpose: string;
  readonly reviewId: string | null;
  /** A channel's id, or a person's for a direct message. */
  readonly channelId: string;
  /** The purpose of the message in whose thread this one belongs; null outside a thread. */
  readonly parentPurpose: string | null;
  /** Null once it is in Slack and its words are not kept here. */
  readonly message: PostMessage | null;
  readonly revision: number;
  /** The newest revision that is in Slack; owed while it is below `revision`. */
  readonly deliveredRevision: number;
  /** Where each part is, see sent-part.ts; an empty text for a part that must be sent anew. */
  readonly sentTs: readonly string[];
  /** The claim: the part being sent. With no place stored for it, nobody knows yet whether it arrived. */
  readonly sendingPart: number | null;
  readonly sendingSince: Date | null;
  /** Why it is not delivered: refused for now and asked again, or failed until there is a new revision. */
  readonly holdReason: ChannelRefusal | 'failed' | null;
};

/** A post with something to say. */
export type SayablePost = Post & { readonly message: PostMessage };

/** The outbox of one workspace as delivery needs it. Every function is one statement, committed when it returns. */
export type PostStore = {
  find(purpose: string): Promise<Post | null>;
  /** Takes the right to send one part; false while another claim stands, when the part is there already, or when the message belongs elsewhere by now. */
  claim(post: Pick<Post, 'purpose' | 'channelId'>, part: number, now: Date): Promise<boolean>;
  /** Stores where a claimed part is and ends the claim; false when the claim is no longer this one. */
  confirm(purpose: string, sent: { part: number; claimedAt: Date; place: string }): Promise<boolean>;
  /** Ends a claim whose message is not to be waited for; false when the claim is no longer this one. */
  release(purpose: string, claimedAt: Date): Promise<boolean>;
  /** Forgets where a part is, so that it is sent anew. */
  forgetPart(purpose: string, part: number): Promise<void>;
  /** Keeps the first `count` parts only. */
  keepParts(purpose: string, count: number): Promise<void>;
  hold(purpose: string, reason: ChannelRefusal | 'failed' | null): Promise<void>;
  /** The revision is in Slack; `isFinal` drops the words held here. */
  finish(purpose: string, done: { revision: number; isFinal: boolean }): Promise<void>;
};
