import type { Kind } from "../../provider/kinds";
import { check } from "../../provider/lifecycle/check";
import { create } from "../../provider/lifecycle/create";
import { remove } from "../../provider/lifecycle/delete";
import { diff } from "../../provider/lifecycle/diff";
import { PartialFailure } from "../../provider/lifecycle/writing/partial-failure";
import { read } from "../../provider/lifecycle/read";
import type { Context } from "../../provider/lifecycle/context";
import { update } from "../../provider/lifecycle/update";
import { HalfMade, type Values } from "./provider-process";
import type { Provider } from "./single-resource";

/** A provider in the test's own process: what the engine would ask, in milliseconds. */
export function providerOn(context: Context): Provider {
  const kindOf = (urn: string): Kind => context.kindNamed(/haleconnect:(\w+)::/.exec(urn)?.[1] ?? "");
  return {
    check: async (urn, olds, news) => {
      const { inputs, failures } = await check(kindOf(urn), olds, news, context);
      return { inputs, failures: [...failures] };
    },
    diff: async (urn, id, olds, news) => ({
      deleteBeforeReplace: false,
      ...(await diff(kindOf(urn), id, olds, news, context)),
    }),
    create: (urn, inputs) =>
      halfMade(async () => {
        const { id, outs } = await create(kindOf(urn), inputs, context);
        return { id, outputs: outs };
      }),
    read: async (urn, id, inputs, outputs) => {
      const found = await read(kindOf(urn), id, outputs, context);
      return found.id === undefined ? undefined : { inputs: found.inputs ?? inputs, outputs: found.props ?? {} };
    },
    update: (urn, id, olds, news) => halfMade(() => update(kindOf(urn), id, olds, news, context)),
    delete: (urn, id, outputs) => remove(kindOf(urn), id, outputs, context),
  };
}

async function halfMade<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PartialFailure
      ? new HalfMade(error.message, error.id, JSON.parse(JSON.stringify(error.properties)) as Values)
      : error;
  }
}
