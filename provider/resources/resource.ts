import * as pulumi from "@pulumi/pulumi";

/**
 * A resource whose provider is the module of its kind under dynamic/. Pulumi's `dynamic.Resource` looks for that module
 * below node_modules and writes a `require` of it into the state. Where the package is linked (`"file:../app"`, a
 * workspace) the module lies elsewhere, and Pulumi writes the module's code instead, which finds nothing that it needs.
 * So the text is given here, letter by letter that which Pulumi writes of an installed package.
 */
export class Resource extends pulumi.CustomResource {
  constructor(
    module: string,
    name: string,
    properties: pulumi.Inputs,
    options: pulumi.CustomResourceOptions | undefined,
    kind: string,
  ) {
    const type = `pulumi-nodejs:dynamic/haleconnect:${kind}`;
    super(type, name, { ...properties, __provider: providerText(module) }, options);
  }
}

/** Every state holds it, so it stays as it is for ever. */
export function providerText(module: string): string {
  return `exports.handler = __f0;
const provider = require("pulumi-haleconnect/dynamic/${module}");

function __f0() {
  return (function() {
    with({ this: undefined, arguments: undefined }) {

return () => provider;

    }
  }).apply(undefined, undefined).apply(this, arguments);
}
`;
}
