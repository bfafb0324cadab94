import { kinds as sound, type Kind } from "../../provider/kinds";
import { SingleResource } from "../support/single-resource";
import type { Stage } from "../support/stage";
import type { ProviderProcess } from "../support/provider-process";
import type { Row, Trial, Verdict } from "./row";
import type { Specimen } from "./specimen";

/** Another provider than that of the package: its text, what its process needs, and its kinds in this process. */
export interface Broken {
  readonly text: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly kinds?: readonly Kind[];
}

/** Runs a row for a kind. `provider` stands for another one than that of the package: a broken one. */
export async function tryRow(
  row: Row,
  specimen: Specimen,
  stage: Stage,
  tag: string,
  provider?: Broken,
): Promise<Verdict> {
  const reason = specimen.exempt?.[row.name];
  if (reason !== undefined) {
    return { doesNotApply: reason };
  }
  const declarations = await specimen.prepare(stage, tag);
  const own = stage.resource(tag, specimen.kind.name);
  const resource = provider === undefined ? own : new SingleResource(tag, specimen.kind.name, provider.text);
  let running: ProviderProcess | undefined;
  const nextProcess: Trial["nextProcess"] = async (environment = {}) => {
    await running?.stop();
    running = await stage.process({ ...provider?.environment, ...environment });
    return running;
  };
  const nextRun: Trial["nextRun"] = (environment = {}) => stage.run({ ...provider?.environment, ...environment });
  try {
    const kinds = provider?.kinds ?? sound;
    return await row.run({ specimen, kind: specimen.kind, kinds, stage, declarations, resource, nextRun, nextProcess });
  } finally {
    await running?.stop();
    await stage.disarm();
  }
}
