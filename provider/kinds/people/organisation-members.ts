import { z } from "zod";
import type { Client } from "../../client";
import * as accounts from "../../contract/accounts";
import { attachedKind, type Declared, type Fields, type Live, type Obstacle, type Outlook, type Values } from "../kind";
import {
  changeMembership,
  giveRole,
  membersOf,
  organisationObstacles,
  roleObstacles,
  roleOf,
  takeRoleAway,
  userObstacles,
  roleTold,
} from "./membership";
import { lockedOut, lockOut } from "./lock-out";
import { roleSeen, rolesInWords } from "./held-roles";
import { orAbsent } from "../refusals";
import { listIfKnown, listOr, referenceTo, setOf } from "../traits";
import { organisationId, roleId, userId } from "../references";
import { membersStanding } from "./people-standing";

const inputs = {
  organisation: {
    type: organisationId,
    mark: "replace",
    refersTo: "Organisation",
    doc: "The organisation that has these members.",
    source: "platform#memberships",
  },
  members: {
    type: setOf(z.strictObject({ user: referenceTo("User", userId), role: roleId }), "user"),
    mark: "mutable",
    doc: "All members with their roles, each user once. Name also the users whose home organisation this is, with the role that their User resource gives them. You need not name two accounts, and the list never removes them: the account that runs Pulumi, and the account that ran it when the resource was created.",
    source: ["platform#memberships", "decisions#one-fact-one-owner"],
  },
} as const satisfies Fields;

type DeclaredMembers = Declared<typeof inputs>;
type Member = Readonly<DeclaredMembers["members"][number]>;

/** Who has which role in an organisation: the whole list (docs/platform.md#users). */
export const organisationMembers = attachedKind({
  name: "OrganisationMembers",
  doc: "All members of an organisation with their roles. If somebody else adds a member, this shows as drift, and the next `up` takes the role away. The preview says who loses which role, and what to add to keep it. The first `up` refuses a list that would remove existing members; the error says whom to add. A user who is only invited is not a member yet. Deleting the resource takes away the roles that the list gave. Users who were members before stay members, with their former roles. Users who lost a role in the meantime do not get it back.",
  example: [
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'const erika = new User("erika", {',
    '    username: "erika.muster",',
    '    fullName: "Erika Muster",',
    '    email: "erika@kreis-muster.example",',
    "    organisation: county,",
    '    role: "themeManager",',
    "});",
    'new OrganisationMembers("county", {',
    "    organisation: county,",
    '    members: [{ user: erika, role: "themeManager" }],',
    "});",
  ].join("\n"),
  inputs,
  outputs: {
    caller: {
      type: z.string().optional(),
      doc: "Id of the account that ran Pulumi. The list need not name it and never removes it.",
      source: "decisions#one-fact-one-owner",
    },
    takenUpBy: {
      type: z.string().optional(),
      once: true,
      doc: "Id of the account that ran Pulumi when the resource was created. The list never removes it, not even when another account runs Pulumi later.",
      source: "decisions#one-fact-one-owner",
    },
  },
  replacementCascades: false,
  reads: [accounts.getMembers],
  calls: {
    create: [],
    update: [accounts.addMember, accounts.assignRole, accounts.removeMember],
    delete: [accounts.removeMember],
  },
  identity: {
    type: "singleton",
    fields: ["organisation"],
    keyOf: ({ organisation }) => organisation,
    inWords: ({ organisation }) => `of organisation ${organisation}`,
    refusesToErase: (actual, { organisation, members }) => {
      const named = listIfKnown(members) ?? others(actual);
      const unknown = others(actual).filter(({ user }) => !named.some((it) => it.user === user));
      return unknown.length === 0
        ? undefined
        : {
            field: "members",
            what: `Organisation ${organisation} has members that \`members\` does not name: ${unknown.map(inWords).join(", ")}`,
            why: "The list declares all members. Whoever it does not name would lose the role.",
            remedy: `Add ${unknown.map((it) => JSON.stringify(it)).join(", ")} to \`members\` to adopt them, or remove them on the platform first.`,
          };
    },
    lists: {
      members: {
        keyOf: (member) => (member as Member).user,
        handoverOf: (organisation, user) => ({ subject: roleOf({ organisation, user }) }),
      },
    },
  },
  // A list that is not known yet counts as naming a user who is not known yet.
  decides: ({ organisation, members }) => [
    membersOf(
      organisation,
      true,
      listOr(members, (unknown) => ({ user: unknown, role: "" })),
    ),
  ],
  affects: ["User", "RoleAssignment", "Invitation"],
  serialisedBy: ({ organisation }) => `the members of organisation ${organisation}`,
  standing: membersStanding,
  list: async (client) => {
    const [organisations, users, me] = await Promise.all([
      client.snapshot(accounts.getOrganisations, {}),
      client.snapshot(accounts.getUsers, { query: { deleted: true } }),
      client.whoAmI(),
    ]);
    const byOrganisation = new Map<string, Member[]>(organisations.items.map(({ id }) => [id, []]));
    const unknown = new Set<string>();
    for (const { id: user, orgRoles, status } of users.items) {
      for (const [organisation, told] of status === "deleted" ? [] : Object.entries(orgRoles ?? {})) {
        const role = rolesInWords(told);
        if (role === undefined) {
          unknown.add(organisation);
        } else {
          byOrganisation.get(organisation)?.push({ user, role });
        }
      }
    }
    if (users.items.some(({ orgRoles, status }) => orgRoles === undefined && status !== "deleted")) {
      byOrganisation.clear();
    }
    // If the list of users does not show all roles in an organisation, its list of members is read.
    unknown.forEach((organisation) => byOrganisation.delete(organisation));
    const items = [...byOrganisation].map(([id, members]) => flatten(id, members, me.id));
    const isWhole =
      organisations.complete === true && users.complete === true && items.length === organisations.items.length;
    return { items, complete: isWhole ? true : "unknown", at: Math.min(organisations.at, users.at) };
  },
  get: async (client, orgId) => {
    const found = await orAbsent(client.list(accounts.getMembers, { path: { orgId } }));
    if (found === undefined) {
      return undefined;
    }
    const members = found.items
      .filter(({ status }) => status === "member")
      .map(({ user, ...given }) => ({ user, role: roleTold(given) }));
    return flatten(orgId, members, (await client.whoAmI()).id);
  },
  /** The list never removes an account that runs Pulumi. If it does not name one, it says nothing about it. */
  seenFor: (actual, { members }) => {
    const named = listIfKnown(members) ?? [];
    const counts = ({ user }: Member): boolean => !isSpared(actual, user) || named.some((it) => it.user === user);
    const asDeclared = ({ user, role }: Member): Member => {
      const seen = roleSeen(role, named.find((it) => it.user === user)?.role);
      return { user, role: seen ?? role };
    };
    return { ...actual, members: membersIn(actual).filter(counts).map(asDeclared) };
  },
  obstacles: obstaclesOf,
  changeObstacles: (outlook, { members }, { id }) =>
    members === undefined ? Promise.resolve([]) : obstaclesOf(outlook, { organisation: id, members }),
  update: (client, organisation, { members }, { actual }) =>
    members === undefined ? Promise.resolve({}) : bringMembersTo(client, organisation, actual, members),
});

async function obstaclesOf(outlook: Outlook, { organisation, members }: DeclaredMembers): Promise<Obstacle[]> {
  const named = listIfKnown(members) ?? [];
  const known = named.filter(({ user }) => outlook.knows(user));
  const twice = known.filter(({ user }, index) => known.findIndex((it) => it.user === user) !== index);
  const found = await Promise.all([
    organisationObstacles(outlook, organisation),
    ...[...new Set(known.map(({ user }) => user))].map((user) => userObstacles(outlook, user, "members")),
    ...[...new Set(named.map(({ role }) => role))].map((role) => roleObstacles(outlook, role, "members")),
    ownLastRole(outlook, organisation, known),
  ]);
  return [...twice.map(namedTwice), ...found.flat()];
}

/** Says that the caller would be locked out, before any role is changed. */
async function ownLastRole({ client }: Outlook, organisation: string, members: readonly Member[]): Promise<Obstacle[]> {
  const me = await client.whoAmI();
  const own = members.find(({ user }) => user === me.id);
  const locked = own === undefined ? undefined : await lockOut(client, { organisation, user: own.user }, own.role);
  return locked === undefined ? [] : [lockedOut("members", locked)];
}

function namedTwice({ user }: Member): Obstacle {
  return {
    field: "members",
    what: `user ${user} is named twice`,
    why: "A user has one role in an organisation.",
    remedy: "Name each user once.",
  };
}

/** Gives new roles before it takes other roles away. */
async function bringMembersTo(
  client: Client,
  organisation: string,
  actual: Values,
  members: readonly Member[],
): Promise<Values> {
  const before = new Map(membersIn(actual).map(({ user, role }) => [user, role]));
  const after: Member[] = [];
  for (const { user, role } of members) {
    const held = before.get(user);
    if (held === undefined) {
      after.push({ user, role: (await giveRole(client, { organisation, user, role })).role });
    } else if (roleSeen(held, role) !== role) {
      after.push({ user, role: (await changeMembership(client, { organisation, user, role })).role });
    } else {
      after.push({ user, role });
    }
  }
  for (const { user } of others(actual)) {
    if (!members.some((it) => it.user === user)) {
      await takeRoleAway(client, { organisation, user });
    }
  }
  const spared = membersIn(actual).filter(
    ({ user }) => isSpared(actual, user) && !members.some((it) => it.user === user),
  );
  return { members: [...after, ...spared] };
}

function flatten(organisation: string, members: readonly Member[], caller: string): Live {
  return {
    id: organisation,
    values: { organisation, members: members.map(({ user, role }) => ({ user, role })), caller, takenUpBy: caller },
  };
}

function membersIn(values: Values): readonly Member[] {
  return (values["members"] ?? []) as readonly Member[];
}

/** The accounts that run Pulumi. Otherwise each would take the other's role away. */
function isSpared(values: Values, user: string): boolean {
  return user === values["caller"] || user === values["takenUpBy"];
}

/** All members except the accounts that run Pulumi. */
function others(values: Values): readonly Member[] {
  return membersIn(values).filter(({ user }) => !isSpared(values, user));
}

function inWords({ user, role }: Member): string {
  return `user ${user} (${role})`;
}
