import * as pulumi from "@pulumi/pulumi";
import { declareOutputs, optionsOf, propertiesOf, type Shape } from "./properties";
import { traced, withoutTraces } from "./traces";

/** What a resource class knows of its kind. */
export interface ClassShape extends Shape {
  /** `Organisation`: the name of the class and of the Pulumi type. */
  readonly kind: string;
  /** The module of its provider under dynamic/. */
  readonly module: string;
}

/** The shapes whose classes have their outputs. */
const declared = new WeakSet<ClassShape>();

/**
 * A resource whose provider is the module of its kind under dynamic/. Pulumi's `dynamic.Resource` looks for that module
 * below node_modules and writes a `require` of it into the state. Where the package is linked (`"file:../app"`, a
 * workspace) the module lies elsewhere, and Pulumi writes the module's code instead, which finds nothing that it needs.
 * So the text is given here, letter by letter that which Pulumi writes of an installed package.
 */
export class Resource extends pulumi.CustomResource {
  constructor(shape: ClassShape, name: string, args: object, options?: pulumi.CustomResourceOptions) {
    const resume = withoutTraces();
    try {
      if (!declared.has(shape)) {
        declareOutputs(printedClass(new.target).prototype, shape);
        declared.add(shape);
      }
      const properties = { ...propertiesOf(shape, name, args, options), __provider: providerText(shape.module) };
      super(`pulumi-nodejs:dynamic/haleconnect:${shape.kind}`, name, properties, optionsOf(shape, options));
    } catch (error) {
      throw traced(error, resume, Resource);
    } finally {
      resume();
    }
  }
}

/** The class itself, of which a program may have made classes of its own. */
function printedClass(made: typeof Resource): typeof Resource {
  const above = Object.getPrototypeOf(made) as typeof Resource;
  return above === Resource ? made : printedClass(above);
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
