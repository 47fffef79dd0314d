import { type Member, memberRefusal } from './member.ts';

/** A person as Slack knows them; null where it cannot tell at the moment. */
export type KnownPerson = { readonly userId: string; readonly member: Member | null };

/**
 * Who of these people is told: nobody who is a guest, a bot, deactivated or from outside. Nobody at all where none of them is certain
 * to be one of us; beside somebody who is, those whom Slack cannot tell at the moment are told too, since each is looked up again
 * before anything is sent.
 */
export function reachable(people: readonly KnownPerson[]): string[] {
  const isAllowed = ({ member }: KnownPerson) => member !== null && memberRefusal(member) === null;
  if (!people.some(isAllowed)) return [];
  return people.filter((person) => person.member === null || isAllowed(person)).map(({ userId }) => userId);
}

/** Whether somebody was named as a manager of this one client and is still one of us. */
export function isClientManager(member: Member, { managerIds }: { readonly managerIds: readonly string[] }): boolean {
  return managerIds.includes(member.id) && memberRefusal(member) === null;
}
