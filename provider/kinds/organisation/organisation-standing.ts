import type { Values } from "../live";
import { namedIn, ofOneOrganisation, organisationPage, type Grant, type Standing } from "../standing";

export const organisationStanding: Standing = {
  belongsTo: ({ parent }) => namedIn(parent),
  lists: [""],
  page: (_values, id) => organisationPage(id),
};

function sharing(organisation: unknown, others: readonly unknown[]): readonly Grant[] {
  const where = { kind: "Organisation", id: String(organisation) };
  return others.map((id) => ({ who: { kind: "Organisation", id: String(id) }, may: "use the access of", where }));
}

const within = ({ organisation }: Values) => ({ family: "Organisation", id: String(organisation) });

export const sharingStanding: Standing = {
  ...ofOneOrganisation,
  lists: [""],
  access: "given",
  within,
  grants: ({ organisation, sharedWith }) => sharing(organisation, namedIn(sharedWith)),
};

export const sharingListStanding: Standing = {
  ...ofOneOrganisation,
  grants: ({ organisation, sharedWith }) => sharing(organisation, Array.isArray(sharedWith) ? sharedWith : []),
};
