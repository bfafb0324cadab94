import type { ConfigSource } from "../client";
import type { Values } from "../kinds";
import { check } from "./check";
import { create } from "./create";
import { remove } from "./delete";
import { diff } from "./diff";
import { kindNamed, rememberConfig, surroundings } from "./process";
import { read } from "./read";
import { update } from "./update";

/** The lifecycle of one kind, in the form of Pulumi's ResourceProvider. */
export function lifecycleOf(kindName: string) {
  const kind = kindNamed(kindName);
  return {
    configure: (config: ConfigSource) => rememberConfig(config),
    check: (olds: Values, news: Values) => check(kind, olds, news, surroundings),
    diff: (id: string, olds: Values, news: Values) => diff(kind, id, olds, news, surroundings),
    create: (inputs: Values) => create(kind, inputs, surroundings),
    read: (id: string, props: Values) => read(kind, id, props, surroundings),
    update: async (id: string, olds: Values, news: Values) => ({
      outs: await update(kind, id, olds, news, surroundings),
    }),
    delete: (id: string, props: Values) => remove(kind, id, props, surroundings),
  };
}
