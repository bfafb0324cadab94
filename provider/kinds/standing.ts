import type { Values } from "./live";

/** Something that holds other objects. `family`: kinds whose objects have their ids from one source share it. */
export interface Holder {
  readonly family: string;
  readonly id: string;
}

/** Who may do what, and where. Both are named by kind and id. */
export interface Grant {
  readonly who: NamedObject | "everybody";
  /** What stands between "may" and the place: `act as dataManager in`. */
  readonly may: string;
  readonly where: NamedObject;
}

export interface NamedObject {
  readonly kind: string;
  readonly id: string;
}

/** Where an object stands in the tenant. Whoever looks at all of the tenant goes by this. */
export interface TenantStanding {
  /** The organisations that the object belongs to. */
  readonly belongsTo: (values: Values, id: string) => readonly string[];
  /** The lists that also show what nobody declared, by scope. One list without a scope has the empty text. */
  readonly lists?: readonly string[];
  /** Kinds with ids from one source: content. Without it, the kind stands alone. */
  readonly family?: string;
  /** The object that holds this one. If nobody declared that one, this one is not told by itself. */
  readonly within?: (values: Values, id: string) => Holder | undefined;
  /** The object is one file of what holds it. */
  readonly isFile?: true;
  /** The path of the platform's page about the object, after the address of the platform. */
  readonly page?: (values: Values, id: string) => string | undefined;
  /** The object is nothing but access: a role, a sharing. `offered`: somebody still has to accept it. */
  readonly access?: "given" | "offered";
  /** What the object allows. */
  readonly grants?: (values: Values, id: string) => readonly Grant[];
}

/** The page of an organisation (docs/platform.md#web-pages). */
export function organisationPage(id: unknown): string | undefined {
  return typeof id === "string" && id !== "" ? `/#/organisation/${encodeURIComponent(id)}` : undefined;
}

/** The values of a field that names one object, or none. */
export function namedIn(value: unknown): readonly string[] {
  return typeof value === "string" && value !== "" ? [value] : [];
}

/** The standing of what one organisation has: it belongs to this organisation, and is shown on its page. */
export const ofOneOrganisation = {
  belongsTo: ({ organisation }: Values) => namedIn(organisation),
  page: ({ organisation }: Values) => organisationPage(organisation),
} as const satisfies TenantStanding;
