import * as pulumi from "@pulumi/pulumi";
import * as state from "@pulumi/pulumi/runtime/state";

/**
 * The names of the inputs that hold a secret anywhere, in order; nothing when there is none. The provider gets plain
 * values, so that only the program can tell it which of them it must not show.
 */
export function secretsIn(
  properties: Readonly<Record<string, unknown>>,
  options?: pulumi.CustomResourceOptions,
): Promise<string[] | undefined> | undefined {
  if (isTransformed(options)) {
    return Promise.resolve(Object.keys(properties).sort());
  }
  const later = Object.entries(properties).filter(([, value]) => containsOutput(value));
  return later.length === 0 ? undefined : namesOf(later);
}

/** A transform may make a secret of anything, after all that is seen here: one of the resource, of its parents, or of the stack. */
function isTransformed({ transforms = [], transformations = [], parent }: pulumi.CustomResourceOptions = {}): boolean {
  const above = parent ?? pulumi.runtime.getStackResource();
  const inherited = (above as { readonly __transformations?: readonly unknown[] } | undefined)?.__transformations;
  return transforms.length + transformations.length + (inherited?.length ?? 0) > 0 || isCalledBack();
}

/**
 * The engine calls the program back for the transforms of a component and of the stack; which they are, it alone knows.
 * Pulumi has no public way to ask; where even this one is not there, everything is taken for a secret.
 */
function isCalledBack(): boolean {
  const { getStore } = state as { readonly getStore?: () => { readonly callbacks?: unknown } };
  return getStore === undefined || getStore().callbacks !== undefined;
}

/** As a promise, since a resource waits for the outputs among its properties. It never rejects: what fails there fails as an input, too. */
async function namesOf(later: readonly (readonly [name: string, value: unknown])[]): Promise<string[] | undefined> {
  const told = await Promise.all(later.map(async ([name, value]) => ((await isSecret(value)) ? [name] : [])));
  const names = told.flat().sort();
  return names.length === 0 ? undefined : names;
}

/** An output tells of all that is in it. Of what fails nobody knows whether it would have been a secret. */
async function isSecret(value: unknown): Promise<boolean> {
  try {
    if (pulumi.Output.isInstance(value)) {
      return await pulumi.isSecret(value);
    }
    if (value instanceof Promise) {
      return await isSecret(await value);
    }
    const inside = isContainer(value) ? Object.values(value).filter(containsOutput) : [];
    return (await Promise.all(inside.map(isSecret))).includes(true);
  } catch {
    return true;
  }
}

function containsOutput(value: unknown): boolean {
  return (
    isContainer(value) &&
    (pulumi.Output.isInstance(value) || value instanceof Promise || Object.values(value).some(containsOutput))
  );
}

/** A resource stands for its id, which is no secret; an asset that is there already was given in plain. */
function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null && !leaves.some((type) => type.isInstance(value));
}

const leaves = [pulumi.Resource, pulumi.asset.Asset, pulumi.asset.Archive];
