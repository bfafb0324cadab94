import { AmbiguousWrite } from "../../client";
import { HaleconnectError, isAboutTheKey, isError } from "../../errors";
import type { Listing, Live, MadeKind, Values } from "../../kinds";
import { isSpeltLike } from "../../kinds/equality";
import { absenceNotCertain, isReference, lookFor } from "../objects/absence";
import { writesOf } from "./admission";
import { refuseAdoption, sayAdoption, writesOfAdoption } from "./adoption";
import { converge, type Created } from "./converge";
import { existsAlready, inWords, moreThanOne, notThereToAdopt } from "../objects/existing";
import { holdAsBefore, isSame, knownOf, madeAccordingTo, newBirth } from "../remembering/holding";
import { fatesOf, type Inputs } from "../values/inputs";
import type { Entry } from "../remembering/journal";
import { isOf, keyOf } from "../comparing/key";
import { localsOf } from "../remembering/state";
import type { Context } from "../context";
import { withNeverGiven } from "../remembering/never-given";
import { withKey, withKnown } from "../remembering/untold";
import { takenOverWithReasons, withoutReasons } from "./reasons";
import { isTaken, takenMeanwhile } from "./taken";
import { workingNameOf } from "./working-name";
import { versionsOfAdopted } from "../comparing/write-only";

/** How many requests with an unknown outcome one creation sends before it gives up. */
const MOST_ATTEMPTS = 4;

/** Creates the object, takes over an existing one if `adopt` says so, or finishes what an interrupted run began. */
export class Creation {
  readonly key: string;
  readonly #declared: Values;
  #workingName: string;
  readonly #birth: string;

  constructor(
    readonly kind: MadeKind,
    readonly raw: Values,
    readonly inputs: Inputs,
    readonly context: Context,
  ) {
    this.#declared = inputs.declared;
    this.key = keyOf(kind, this.#declared);
    this.#workingName = this.#begun?.workingName ?? workingNameOf(kind, this.#declared, context);
    this.#birth = newBirth(context);
  }

  async run(): Promise<Created> {
    // An adoption may need no write at all.
    if (!this.#adopts) {
      await this.context.client().admit(writesOf(this.kind, "create", this.#declared));
    }
    const begun = this.#begun;
    if (begun !== undefined) {
      const own = await this.#ownOf(begun);
      if (own !== undefined && this.kind.isSpent?.(own.values, this.#declared) !== true) {
        return this.#finish(own, true);
      }
      if (own !== undefined) {
        this.#workingName = workingNameOf(this.kind, this.#declared, this.context);
      }
    }
    if (isReference(this.kind)) {
      return this.#makeNew(begun);
    }
    const existing = await lookFor(this.kind, this.#declared, this.context);
    if (existing.items.length > 1) {
      throw moreThanOne(this.kind, this.inputs, existing.items);
    }
    const [listed] = existing.items;
    // Another resource of this run, for instance, may have changed or deleted the object since the list was read.
    const object = listed === undefined ? undefined : await this.#asItIs(listed.id);
    if (object !== undefined) {
      return this.#adopt(object);
    }
    if (!existing.isCertain) {
      throw absenceNotCertain(this.kind, this.inputs);
    }
    return this.#makeNew(begun);
  }

  #asItIs(id: string): Promise<Live | undefined> {
    return this.context.objects(this.kind).now(id, Object.keys(this.#declared));
  }

  async #adopt(found: Live): Promise<Created> {
    if (!this.#adopts) {
      throw existsAlready(this.kind, this.inputs, found, this.context);
    }
    const { kind, inputs } = this;
    const keyed = withKey(kind, found, this.#declared);
    const object = takenOverWithReasons(kind, keyed, this.#declared, this.context.program);
    refuseAdoption(kind, object, inputs, this.context);
    await this.context.client().admit(writesOfAdoption(kind, object, inputs, this.context));
    const own = this.#journal?.holdingOf(inputs.origin, kind.name);
    sayAdoption(kind, object, inputs, own?.id === object.id, this.context);
    // From then on, no old copy in the state can delete the object, and no object of an interrupted creation is our own.
    await this.#journal?.hold({
      kind: kind.name,
      origin: inputs.origin,
      id: object.id,
      birth: this.#birth,
      // An earlier forced replacement may have taken over an object that this stack made.
      ...(own !== undefined && isSame(own, object.values) ? madeAccordingTo(own, object.id) : {}),
      ...knownOf(kind, inputs, object.values, inputs.policies.onDestroy ?? "retain"),
    });
    const kept = versionsOfAdopted(kind, object.id, this.#declared);
    const known = { ...object, values: { ...object.values, ...kept } };
    const undo = () => holdAsBefore(kind, inputs.origin, own, this.context);
    return converge(kind, known, this.raw, inputs, { adopted: true, birth: this.#birth }, this.context, undo);
  }

  async #makeNew(begun: Entry | undefined): Promise<Created> {
    if (this.inputs.policies.adopt === "required") {
      throw notThereToAdopt(this.kind, this.inputs);
    }
    await this.context.client().admit(writesOf(this.kind, "create", this.#declared));
    await this.#record({ absentBefore: true });
    let made: Live;
    try {
      made = await this.#request(begun !== undefined);
    } catch (error) {
      const appeared = isTaken(error) && this.#adopts ? await this.#appeared() : undefined;
      if (appeared === undefined) {
        throw this.#explain(error);
      }
      return this.#adopt(appeared);
    }
    return this.#finish(made, begun !== undefined);
  }

  /**
   * Sends the creation and returns the object. If an answer leaves the outcome unknown, this looks at the server before
   * it sends again. A conflict may come from an earlier request of our own, even one of a killed run.
   */
  async #request(isResumed: boolean): Promise<Live> {
    for (let attempt = 1; ; attempt++) {
      let made: Live;
      try {
        made = await this.kind.create(this.context.client(), this.#declared, this.#workingName);
      } catch (error) {
        const isDoubtful = error instanceof AmbiguousWrite;
        const isPerhapsOwn = (isResumed || attempt > 1) && isTaken(error);
        if (!isDoubtful && !isPerhapsOwn) {
          await this.#journal?.forget(this.inputs.origin, this.kind.name);
          throw error;
        }
        const own = await this.#look();
        if (own !== undefined) {
          return own;
        }
        if (attempt === MOST_ATTEMPTS || !isDoubtful) {
          throw new HaleconnectError("HC4005", {
            what: `The provider does not know whether ${this.#inWords} was created`,
            why: (error as Error).message,
          });
        }
        await this.context.sleep(250 * 2 ** attempt);
        continue;
      }
      this.#refuseIdOfAnother(made);
      return made;
    }
  }

  /** Refuses an answer with the id of an object that existed before, so that nothing is sent to that object. */
  #refuseIdOfAnother({ id }: Live): void {
    const shown = this.context.objects(this.kind).shown(id);
    if (shown !== undefined) {
      throw new HaleconnectError("HC4012", {
        what: `The answer to the creation of ${this.#inWords} has the id ${id}, which belongs to ${this.kind.name} ${this.kind.identity.inWords(shown.values)}`,
      });
    }
  }

  async #look(): Promise<Live | undefined> {
    try {
      return await this.#claim(await this.#find(), true);
    } catch (error) {
      if (isAboutTheKey(error)) {
        throw error;
      }
      throw new HaleconnectError("HC4005", {
        what: `The provider does not know whether ${this.#inWords} was created`,
        why: `The answer was not complete, and a look at the server failed: ${(error as Error).message}`,
      });
    }
  }

  /** Returns the object that an interrupted run made, or undefined if it made none. */
  async #ownOf(begun: Entry): Promise<Live | undefined> {
    if (begun.id !== undefined) {
      const object = await this.kind.get(this.context.client(), begun.id);
      return object === undefined || !(await this.#isMine(object)) ? undefined : object;
    }
    if (this.#adopts) {
      return (await this.#find()).items.length === 0 ? undefined : this.#claimQuietly(begun.absentBefore);
    }
    return this.#claim(await this.#find(), begun.absentBefore);
  }

  /** Claims the object if it is provably our own. If not, the caller adopts it, as declared. */
  async #claimQuietly(absentBefore: boolean): Promise<Live | undefined> {
    try {
      return await this.#claim(await this.#find(), absentBefore);
    } catch (error) {
      if (isError(error, "HC4003")) {
        return undefined;
      }
      throw error;
    }
  }

  /** Returns the match if it is provably our own, and fails otherwise. */
  async #claim(matches: Listing<Live>, absentBefore: boolean): Promise<Live | undefined> {
    const [match] = matches.items;
    if (match === undefined) {
      return undefined;
    }
    if (matches.items.length > 1) {
      throw moreThanOne(this.kind, this.inputs, matches.items);
    }
    // Nobody else makes an object with the working name.
    const isProvable = absentBefore || this.kind.identity.type === "marker";
    if (isProvable && (await this.#isMine(match))) {
      return match;
    }
    throw new HaleconnectError("HC4003", {
      what: `After an interrupted creation the provider found ${this.#inWords} with id ${match.id}, but nothing proves that this stack made it`,
    });
  }

  /** Whether the object is our own. Its id proves nothing, because a restored server gives it to another object. */
  async #isMine({ values }: Live): Promise<boolean> {
    const { identity } = this.kind;
    if (identity.type === "marker" && isSpeltLike("text", values[identity.nameField], this.#workingName)) {
      return true;
    }
    const creator = values[identity.creator ?? ""];
    if (keyOf(this.kind, values) !== this.key) {
      return false;
    }
    return creator === undefined
      ? identity.resembles?.(values, this.#declared) === true
      : creator === (await this.context.client().whoAmI()).id;
  }

  #find(): Promise<Listing<Live>> {
    return this.kind.identity.find(this.context.client(), this.#declared, this.#workingName);
  }

  async #finish(object: Live, isResumed: boolean): Promise<Created> {
    const { kind, inputs } = this;
    const named = kind.identity.type === "marker" ? { [kind.identity.nameField]: this.#workingName } : {};
    const answered = withKnown(kind, object.values, { ...this.#declared, ...named });
    const values = await withNeverGiven(kind, answered, this.#declared, this.context);
    const told = knownOf(kind, inputs, values, inputs.policies.onDestroy ?? fatesOf(kind)[0]);
    await this.#record({ absentBefore: true, id: object.id, birth: this.#birth, ...told });
    // The creation has sent the write-only values too.
    const locals = localsOf(kind, this.#declared);
    const known = { id: object.id, values: { ...values, ...(isResumed ? withoutReasons(kind, locals) : locals) } };
    return converge(this.kind, known, this.raw, this.inputs, { birth: this.#birth }, this.context);
  }

  async #record(known: Omit<Entry, "kind" | "origin" | "key" | "home" | "workingName">): Promise<void> {
    const { kind, inputs, key } = this;
    const marker = kind.identity.type === "marker" ? { workingName: this.#workingName } : {};
    await this.#journal?.record({ kind: kind.name, origin: inputs.origin, key, ...marker, ...known });
  }

  /** Returns the object that somebody else made since the list was read. */
  async #appeared(): Promise<Live | undefined> {
    const [found, ...others] = (await this.#find()).items;
    return found === undefined || others.length > 0 ? undefined : this.#asItIs(found.id);
  }

  #explain(error: unknown): unknown {
    return isTaken(error) ? takenMeanwhile(this.kind, this.inputs, error) : error;
  }

  /** The creation of this object that an earlier run began for the same resource. */
  get #begun(): Entry | undefined {
    const entry = this.#journal?.entryOf(this.inputs.origin, this.kind.name);
    return isOf(entry, this.kind, this.#declared) ? entry : undefined;
  }

  get #adopts(): boolean {
    return (this.inputs.policies.adopt ?? "never") !== "never";
  }

  get #journal() {
    return this.context.journal(this.inputs.origin);
  }

  get #inWords(): string {
    return inWords(this.kind, this.inputs);
  }
}
