import * as pulumi from "@pulumi/pulumi";

/** Pulumi makes a copy of an asset that goes through an output, with what it needs. */
export type AnyFileAsset = pulumi.asset.FileAsset | pulumi.Unwrap<pulumi.asset.FileAsset>;
export type AnyStringAsset = pulumi.asset.StringAsset | pulumi.Unwrap<pulumi.asset.StringAsset>;

/** What stands for a file, or several, in the form of the kinds; what is yet to be known is brought there when it is. */
export function toFile(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(toFile);
  }
  if (pulumi.Output.isInstance(value) || value instanceof Promise) {
    return pulumi.output(value).apply(toFile);
  }
  if (pulumi.asset.Archive.isInstance(value)) {
    return refused("an archive");
  }
  return pulumi.asset.Asset.isInstance(value) ? contentOf(value) : value;
}

/** An asset that went through an output is a copy, which only its members tell from another. */
function contentOf(asset: pulumi.asset.Asset): unknown {
  const { path, text } = asset as Partial<pulumi.asset.FileAsset & pulumi.asset.StringAsset>;
  if (path !== undefined) {
    return { path };
  }
  return text === undefined ? refused("a RemoteAsset") : { content: text };
}

/** The provider says so, with all else that is wrong: an output that failed would be told without its resource. */
function refused(what: string): object {
  return { __asset: what };
}
