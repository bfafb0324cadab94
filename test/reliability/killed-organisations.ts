import type { Found, Values } from "./comparison";

/** An organisation of the tenant that is killed; the parent by its name, none is the operator's organisation. */
interface Declared extends Values {
  readonly name: string;
  readonly parent?: string;
}

/** A state, five counties, 24 municipalities; some have settings that take further requests. */
export const organisations: readonly Declared[] = [
  { name: "Land", customFields: { key: "05" } },
  ...[1, 2, 3, 4, 5].flatMap((c): Declared[] => [
    {
      name: `Kreis ${c}`,
      parent: "Land",
      legalName: "Der Landrat",
      mapConfiguration: { baseMap: `https://maps.example/${c}` },
    },
    ...Array.from({ length: c === 5 ? 4 : 5 }, (_, t) => ({
      name: `Stadt ${c}.${t + 1}`,
      parent: `Kreis ${c}`,
      description: "Stadt",
    })),
  ]),
];

/** The program that declares them. */
export const program = `
const { Organisation } = require("pulumi-haleconnect");
const made = {};
for (const declared of ${JSON.stringify(organisations)}) {
  made[declared.name] = new Organisation(declared.name, { ...declared, parent: made[declared.parent] ?? "1" });
}
`;

/** The same with the parents' numbers, which only the server knows. */
export function declaredOn(found: readonly Found[]): Values[] {
  const idOf = (name: string): string | undefined => found.find(({ fields }) => fields["name"] === name)?.id;
  return organisations.map((it) => ({ ...it, parent: it.parent === undefined ? "1" : (idOf(it.parent) ?? it.parent) }));
}
