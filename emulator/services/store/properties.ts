import { store } from "../../../provider/contract";
import { invalidFieldsOf } from "../../invalid-fields";
import { refuse } from "../../refusal";
import { implement } from "../implement";
import { changeOf, editable, nameOf } from "./visible-bucket";

export function properties(of: store.Store) {
  const { name } = of.variant;
  return [
    implement(of.setBucketProperty, (call) => {
      const bucket = editable(call, name, call.path);
      const { property } = call.path;
      const value = checked(property, call.body);
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

function checked(property: string, value: unknown): unknown {
  if (!Object.hasOwn(store.bucketProperties, property)) {
    const message = `there is no such property; there are ${store.bucketPropertyNames.join(", ")}`;
    throw refuse.invalid([{ field: "property", message }]);
  }
  const read = store.bucketProperties[property as store.BucketPropertyName].safeParse(value);
  if (!read.success) {
    throw refuse.invalid(invalidFieldsOf(read.error.issues));
  }
  return read.data;
}
