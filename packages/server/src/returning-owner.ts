/** A practice that was imported has people and no passwords: its owner gets a link to choose one. */
import { type Context, inviteAgain, people } from '@assuage/accounts';

export interface OwnerLink {
  readonly name: string;
  readonly secret: string;
}

/** @returns links for the owners, when there are owners and none of them can sign in */
export async function linksForReturningOwners(context: Context): Promise<OwnerLink[]> {
  const owners = (await people(context)).filter(
    ({ role, closed }) => role === 'owner' && closed === null,
  );
  if (owners.some(({ invited }) => !invited)) return [];
  const links: OwnerLink[] = [];
  for (const { id, name } of owners) {
    const invited = await inviteAgain(context, id, id);
    if (invited.ok) links.push({ name, secret: invited.value.secret });
  }
  return links;
}
