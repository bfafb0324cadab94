import type { Values } from "../live";
import { namedIn, ofOneOrganisation, organisationPage, type Grant, type Standing } from "../standing";

/** Whoever has a role in an organisation may act there. */
function actsAs(user: unknown, role: unknown, organisation: unknown): readonly Grant[] {
  const isWhole = [user, role, organisation].every((it) => typeof it === "string" && it !== "");
  return isWhole
    ? [
        {
          who: { kind: "User", id: String(user) },
          may: `act as ${String(role)} in`,
          where: { kind: "Organisation", id: String(organisation) },
        },
      ]
    : [];
}

export const roleStanding: Standing = {
  ...ofOneOrganisation,
  lists: [""],
  access: "given",
  within: ({ user }) => (typeof user === "string" ? { family: "User", id: user } : undefined),
  grants: ({ user, role, organisation }) => actsAs(user, role, organisation),
};

/** The list of invitations also shows members, who accepted theirs. A role counts there. */
export const invitationStanding: Standing = {
  ...ofOneOrganisation,
  belongsTo: ({ organisation, status }) => (status === "member" ? [] : namedIn(organisation)),
  lists: [""],
  access: "offered",
  grants: ({ role, organisation }, id) =>
    actsAs(id.split("/")[1], role, organisation).map((grant) => ({
      ...grant,
      may: `accept an invitation as ${String(role)} to`,
    })),
};

export const membersStanding: Standing = {
  ...ofOneOrganisation,
  grants: ({ members, organisation }) =>
    (Array.isArray(members) ? (members as readonly Values[]) : []).flatMap(({ user, role }) =>
      actsAs(user, role, organisation),
    ),
};

/** A user belongs to each organisation in which the user has a role. */
export const userStanding: Standing = {
  belongsTo: (values) => [...new Set([...namedIn(values["organisation"]), ...Object.keys(rolesOf(values))])],
  lists: [""],
  page: (values) => organisationPage(namedIn(values["organisation"])[0] ?? Object.keys(rolesOf(values))[0]),
  grants: ({ organisation, role }, id) => actsAs(id, role, organisation),
};

function rolesOf({ roles }: Values): Values {
  return typeof roles === "object" && roles !== null ? (roles as Values) : {};
}
