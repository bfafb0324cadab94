import { HalfMade, type Failure, type ProviderProcess, type Values } from "./provider-process";

/** The provider as the engine sees it; a test without processes has it in its own. */
export type Provider = Pick<ProviderProcess, "check" | "diff" | "create" | "read" | "update" | "delete">;

/** What a state keeps of a resource. */
export interface State {
  readonly id: string;
  readonly inputs: Values;
  readonly outputs: Values;
  /** It was made, but not to its end; the next run updates it in any case. */
  readonly isHalfMade: boolean;
}

/** What an `up` did. */
export type Step = "created" | "updated" | "replaced" | "same";

export class Refused extends Error {
  constructor(readonly failures: readonly Failure[]) {
    super(failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n"));
  }
}

/** One resource of a stack, taken through its life in the steps of the engine. */
export class SingleResource {
  state: State | undefined;

  constructor(
    readonly name: string,
    readonly kindName: string,
    readonly provider: string,
  ) {}

  get urn(): string {
    return `urn:pulumi:dev::tenant::pulumi-nodejs:dynamic/haleconnect:${this.kindName}::${this.name}`;
  }

  /** What a constructor hands to the engine. */
  inputs(declared: Values): Values {
    return { ...declared, __origin: `dev/${this.name}`, __provider: this.provider };
  }

  /** The failures of a preview, or what an update would do. */
  async preview(process: Provider, declared: Values): Promise<Step> {
    const news = await this.#checked(process, declared);
    return this.state === undefined ? "created" : (await this.#planned(process, this.state, news, declared)).step;
  }

  async up(process: Provider, declared: Values): Promise<Step> {
    const news = await this.#checked(process, declared);
    const { state } = this;
    if (state === undefined) {
      await this.#create(process, news);
      return "created";
    }
    const { step, deleteFirst, inputs } = await this.#planned(process, state, news, declared);
    switch (step) {
      case "same":
        this.state = { ...state, inputs: news };
        return step;
      case "replaced":
        if (deleteFirst) {
          await process.delete(this.urn, state.id, state.outputs);
          this.state = undefined;
        }
        await this.#create(process, inputs);
        if (!deleteFirst) {
          await process.delete(this.urn, state.id, state.outputs);
        }
        return step;
      default:
        await this.#update(process, state, news);
        return step;
    }
  }

  /**
   * What the engine does where a replacement is forced: nobody asks what differs. Without `deleteBeforeReplace` the new one
   * is made first. The former state is handed back: a kill in between leaves it beside the new one.
   */
  async replaceByForce(process: Provider, declared: Values, { deleteFirst = false, isKilled = false } = {}) {
    const options = deleteFirst ? { __options: ["deleteBeforeReplace"] } : {};
    const news = await this.#checked(process, { ...declared, ...options }, {});
    const former = this.state as State;
    if (deleteFirst) {
      await process.delete(this.urn, former.id, former.outputs);
      this.state = undefined;
    }
    await this.#create(process, news);
    if (!deleteFirst && !isKilled) {
      await process.delete(this.urn, former.id, former.outputs);
    }
    return former;
  }

  /** What moved on the server, as `refresh --preview-only` tells; with `keep` the state takes it over. */
  async refresh(process: Provider, keep = true): Promise<"same" | "changed" | "gone"> {
    const { state } = this;
    if (state === undefined) {
      return "same";
    }
    const found = await process.read(this.urn, state.id, state.inputs, state.outputs);
    if (found === undefined) {
      this.state = keep ? undefined : state;
      return "gone";
    }
    const { changes } = await process.diff(this.urn, state.id, found.outputs, state.inputs);
    this.state = keep ? { ...state, ...found } : state;
    return changes ? "changed" : "same";
  }

  async destroy(process: Provider): Promise<void> {
    if (this.state !== undefined) {
      await process.delete(this.urn, this.state.id, this.state.outputs);
      this.state = undefined;
    }
  }

  async #checked(process: Provider, declared: Values, olds = this.state?.inputs ?? {}): Promise<Values> {
    const { inputs, failures } = await process.check(this.urn, olds, this.inputs(declared));
    if (failures.length > 0) {
      throw new Refused(failures);
    }
    return inputs;
  }

  /** What is to be replaced is checked a second time, as if there were nothing yet. */
  async #planned(
    process: Provider,
    state: State,
    news: Values,
    declared: Values,
  ): Promise<{ step: Step; deleteFirst: boolean; inputs: Values }> {
    const { changes, replaces, deleteBeforeReplace } = await process.diff(this.urn, state.id, state.outputs, news);
    const isReplaced = replaces.length > 0;
    return {
      step: isReplaced ? "replaced" : changes || state.isHalfMade ? "updated" : "same",
      deleteFirst: deleteBeforeReplace,
      inputs: isReplaced ? await this.#checked(process, declared, {}) : news,
    };
  }

  async #create(process: Provider, news: Values): Promise<void> {
    await this.#keepHalfMade(news, async () => {
      const { id, outputs } = await process.create(this.urn, news);
      return { id, inputs: news, outputs, isHalfMade: false };
    });
  }

  async #update(process: Provider, state: State, news: Values): Promise<void> {
    await this.#keepHalfMade(news, async () => {
      const outputs = await process.update(this.urn, state.id, state.outputs, news);
      return { id: state.id, inputs: news, outputs, isHalfMade: false };
    });
  }

  async #keepHalfMade(news: Values, work: () => Promise<State>): Promise<void> {
    try {
      this.state = await work();
    } catch (error) {
      if (error instanceof HalfMade) {
        this.state = { id: error.id, inputs: news, outputs: error.properties, isHalfMade: true };
      }
      throw error;
    }
  }
}
