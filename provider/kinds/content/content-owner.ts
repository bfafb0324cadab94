import type { store } from "../../contract";
import type { Declared, Fields, Obstacle, Outlook, Problem } from "../kind";
import { organisationObstacles, userObstacles } from "../people/membership";
import { deniedObstacles } from "../permission";
import { organisationId, userId } from "../references";

/** The owner, which is an organisation or a user (docs/platform.md#ids-and-common-models). */
export const ownerFields = {
  organisation: {
    type: organisationId.optional(),
    mark: "replace",
    refersTo: "Organisation",
    doc: "The organisation that owns it. Give either this or `user`.",
    source: "platform#owners",
  },
  user: {
    type: userId.optional(),
    mark: "replace",
    refersTo: "User",
    doc: "The user who owns it, instead of an organisation. With the platform's own roles only an administrator can create such an object.",
    source: ["platform#owners", "platform#conditions"],
  },
} as const satisfies Fields;

export type DeclaredOwner = Partial<Declared<typeof ownerFields>>;

export function ownerOf({ organisation, user = "" }: DeclaredOwner) {
  return organisation === undefined
    ? ({ ownerType: "user", ownerId: user } as const)
    : ({ ownerType: "org", ownerId: organisation } as const);
}

/** `org.599` */
export function ownerKeyOf(declared: DeclaredOwner): string {
  const { ownerType, ownerId } = ownerOf(declared);
  return `${ownerType}.${ownerId}`;
}

export function ownerInWords({ organisation, user = "" }: DeclaredOwner): string {
  return organisation === undefined ? `of user ${user}` : `of organisation ${organisation}`;
}

/** The owner in the form of the fields. */
export function ownerValues({ ownerType, ownerId }: Pick<store.BucketKey, "ownerType" | "ownerId">): DeclaredOwner {
  return ownerType === "org" ? { organisation: ownerId } : { user: ownerId };
}

export function ownerRules({ organisation, user }: DeclaredOwner): Problem[] {
  return (organisation === undefined) === (user === undefined)
    ? [{ field: "organisation", what: "and `user` say who owns it: expected exactly one of them" }]
    : [];
}

/**
 * Checks that the owner exists, and that the caller may create such an object for it. An object gets its own name and
 * its files by changes, so who may not change it would leave it half made.
 */
export async function ownerObstacles(
  outlook: Outlook,
  { organisation, user }: DeclaredOwner,
  resourceType: string,
): Promise<Obstacle[]> {
  if (organisation === undefined) {
    return user === undefined ? [] : userObstacles(outlook, user);
  }
  const missing = await organisationObstacles(outlook, organisation);
  return missing.length > 0 ? missing : deniedObstacles(outlook, resourceType, ["create", "edit"], organisation);
}
