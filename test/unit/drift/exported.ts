import type { Values } from "../../../provider/kinds";

interface StateOfStack {
  readonly kind: string;
  readonly id: string;
  readonly inputs: Values;
  readonly outputs: Values;
}

/** What `pulumi stack export` writes of one resource. */
export interface ExportedResource {
  readonly urn: string;
  readonly id: string;
  readonly type: string;
  readonly inputs: Values;
  readonly outputs: Values;
}

export function urnOf(kind: string, name: string): string {
  return `urn:pulumi:dev::tenant::pulumi-nodejs:dynamic/haleconnect:${kind}::${name}`;
}

export function exported(...resources: readonly ExportedResource[]): string {
  return JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });
}

export function exportOf({ states }: { readonly states: ReadonlyMap<string, StateOfStack> }): string {
  return exported(
    ...[...states].map(([name, { kind, id, inputs, outputs }]) => ({
      urn: urnOf(kind, name),
      id,
      type: `pulumi-nodejs:dynamic/haleconnect:${kind}`,
      inputs,
      outputs,
    })),
  );
}
