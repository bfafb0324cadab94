import * as pulumi from "@pulumi/pulumi";

/** Pulumi imports by id alone, without the inputs in which a dynamic resource has its provider. */
export function refuseImport(options: pulumi.CustomResourceOptions | undefined): void {
  if (options?.import !== undefined) {
    // Loaded when there is something to say.
    const { HaleconnectError } = require("../errors") as typeof import("../errors");
    throw new HaleconnectError("HC3006");
  }
}

/** Pulumi looks for the part in the state, where the files have other places, warns that it is not there, and writes it. */
export function refuseToIgnoreParts(
  name: string,
  { files = [] }: { readonly files?: readonly string[] },
  given: Readonly<Record<string, unknown>>,
  options: pulumi.CustomResourceOptions | undefined,
): void {
  const lists = files.filter((field) => Array.isArray(given[field]));
  const parts = (options?.ignoreChanges ?? []).filter((path) =>
    lists.some((field) => path.startsWith(`${field}[`) || path.startsWith(`${field}.`)),
  );
  if (parts.length > 0) {
    const { HaleconnectError } = require("../errors") as typeof import("../errors");
    throw new HaleconnectError("HC3007", {
      what: `Resource "${name}" has \`ignoreChanges\` of ${parts.map((it) => `\`${it}\``).join(", ")}, which has no effect`,
    });
  }
}

/** Some resources wait for work of the platform. They take a time of their own. */
export function refuseTimeouts(
  name: string,
  { inputs }: { readonly inputs: readonly string[] },
  options: pulumi.CustomResourceOptions | undefined,
): void {
  if (options?.customTimeouts !== undefined && inputs.includes("timeoutSeconds")) {
    const { HaleconnectError } = require("../errors") as typeof import("../errors");
    throw new HaleconnectError("HC3008", {
      what: `Resource "${name}" has the option \`customTimeouts\`, which never reaches the provider`,
    });
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
      `replaceOnChanges of resource "${name}" has no effect: Pulumi does not learn from a dynamic provider which properties change, so a change of ${vain.join(", ")} is made in place. See node_modules/pulumi-haleconnect/docs/options.md.`,
    );
  }
}
