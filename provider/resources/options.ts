import * as pulumi from "@pulumi/pulumi";

/** Pulumi imports by id alone, without the inputs in which a dynamic resource has its provider. */
export function refuseImport(options: pulumi.CustomResourceOptions | undefined): void {
  if (options?.import !== undefined) {
    // Loaded when there is something to say.
    const { HaleconnectError } = require("../errors") as typeof import("../errors");
    throw new HaleconnectError("HC3006");
  }
}

/** Half-made is the one thing that the engine knows itself. */
const KNOWN_TO_THE_ENGINE = "#initerror";

/**
 * A dynamic provider cannot tell the engine which properties change, so that the engine never finds one of these among
 * them. Without a word the change would be made in place.
 */
export function sayWhatHasNoEffect(name: string, options: pulumi.CustomResourceOptions | undefined): void {
  const vain = (options?.replaceOnChanges ?? []).filter((it) => it !== KNOWN_TO_THE_ENGINE);
  if (vain.length > 0) {
    void pulumi.log.warn(
      `replaceOnChanges of resource "${name}" has no effect: Pulumi does not learn from a dynamic provider which properties change, so a change of ${vain.join(", ")} is made in place. See docs/options.md.`,
    );
  }
}
