import { store } from "../../../provider/contract";
import { invalidFieldsOf } from "../../invalid-fields";
import { refuse } from "../../refusal";
import { visibleThemeNamed } from "../resources/visible-theme";
import { seenDataset } from "../workflows/visible-dataset";
import { implement, type Platform, type Visitor } from "../implement";
import { changeOf, editable, nameOf } from "./visible-bucket";

export function properties(of: store.Store) {
  const { name } = of.variant;
  return [
    implement(of.setBucketProperty, (call) => {
      const bucket = editable(call, name, call.path);
      const { property } = call.path;
      const value = checked(call, of.variant, property, call.body);
      call.commit({ type: "bucketPropertySet", ...changeOf(call, bucket), property, value });
      return { error: false, message: `The property ${property} of ${nameOf(bucket)} is set.` };
    }),

    implement(of.deleteBucketProperty, (call) => {
      const bucket = editable(call, name, call.path);
      const { property } = call.path;
      if (!Object.hasOwn(bucket.properties, property)) {
        throw refuse.absent(`property ${property} of ${nameOf(bucket)}`);
      }
      call.commit({ type: "bucketPropertyRemoved", ...changeOf(call, bucket), property });
      return { error: false, message: `The property ${property} of ${nameOf(bucket)} is removed.` };
    }),
  ];
}

function checked(call: Platform & Visitor, { name }: store.Variant, property: string, value: unknown): unknown {
  if (!Object.hasOwn(store.bucketProperties, property)) {
    const message = `there is no such property; there are ${store.bucketPropertyNames.join(", ")}`;
    throw refuse.invalid([{ field: "property", message }]);
  }
  const read = store.bucketProperties[property as store.BucketPropertyName].safeParse(value);
  if (!read.success) {
    throw refuse.invalid(invalidFieldsOf(read.error.issues));
  }
  if (property === "theme" && typeof read.data === "string") {
    refuseUnlessTheme(call, name, read.data);
  }
  if (property === "dataset" && typeof read.data === "string") {
    refuseUnlessDataset(call, name, read.data);
  }
  return read.data;
}

/** A dataset has a theme that whoever gives it sees (docs/platform.md#datasets). */
function refuseUnlessTheme(call: Platform & Visitor, name: store.StoreName, theme: string): void {
  if (name !== "data") {
    throw refuse.invalid([{ field: "property", message: "only datasets have a theme: buckets of store/data" }]);
  }
  if (visibleThemeNamed(call, theme) === undefined) {
    throw refuse.invalid([{ field: "theme", message: `there is no theme ${theme}, or you are not allowed to see it` }]);
  }
}

/** Metadata and attachments belong to a dataset that whoever says so sees (docs/platform.md#dataset-metadata). */
function refuseUnlessDataset(call: Platform & Visitor, name: store.StoreName, dataset: string): void {
  if (!store.isLinkingStore(name)) {
    const message = "only metadata and attachments belong to a dataset";
    throw refuse.invalid([{ field: "property", message }]);
  }
  if (seenDataset(call, dataset) === undefined) {
    const message = `there is no dataset ${dataset}, or you are not allowed to see it`;
    throw refuse.invalid([{ field: "dataset", message }]);
  }
}
