import type * as pulumi from "@pulumi/pulumi";
import type { lifecycleOf } from "./provider";

type Lifecycle = ReturnType<typeof lifecycleOf>;
type Values = Readonly<Record<string, unknown>>;

/**
 * Returns the ResourceProvider of a kind. The process that runs the program only passes it to Pulumi, which writes it
 * into the state as a `require` (docs/decisions.md#a-stable-provider-module). The provider process loads the lifecycle
 * at its first call.
 */
export function lazyProvider(kindName: string): pulumi.dynamic.ResourceProvider<Values, Values> {
  let lifecycle: Lifecycle | undefined;
  const loaded = (): Lifecycle => (lifecycle ??= load(kindName));
  return {
    configure: ({ config }) => {
      loaded().configure(config);
      return Promise.resolve();
    },
    check: async (olds, news) => {
      const { inputs, failures } = await loaded().check(olds, news);
      return { inputs, failures: [...failures] };
    },
    diff: (id, olds, news) => loaded().diff(id, olds, news),
    create: (inputs) => loaded().create(inputs),
    read: (id, props) => loaded().read(id, props ?? {}),
    update: (id, olds, news) => loaded().update(id, olds, news),
    delete: (id, props) => loaded().delete(id, props),
  };
}

function load(kindName: string): Lifecycle {
  const { refuseHalfInstallation } = require("../installation") as typeof import("../installation");
  refuseHalfInstallation();
  const { lifecycleOf } = require("./provider") as typeof import("./provider");
  return lifecycleOf(kindName);
}
