import type { CatalogueEntry } from "./entry";

/** What can go wrong with one resource: its inputs (3xxx), what exists already (4xxx), protection of data (5xxx), its state (6xxx). */
export const resourceErrors = {
  HC3001: {
    title: "An input is invalid",
    cause: "The value does not have the form that the field needs.",
    remedy: "Correct the value; docs/reference says what each field takes.",
  },
  HC3002: {
    title: "There is no such input",
    cause: "The name is not a field of this resource.",
    remedy: "Correct the name of the field, or remove it.",
  },
  HC3003: {
    title: "An input names something that does not exist",
    cause: "The server does not know the object, or the caller is not allowed to see it.",
    remedy: "Name an existing object.",
  },
  HC3004: {
    title: "A file cannot be used",
    cause: "It is not there, cannot be read, is too large, or is not what the field takes.",
    remedy: "Correct the path or the file; a path is relative to the folder of the program.",
  },
  HC3005: {
    title: "What is looked up is not there",
    cause: "The server does not know it, or the caller is not allowed to see it; or more than one fits.",
    remedy:
      "Correct what is asked for; a program that also creates it passes the resource, or uses the function's `…Output` form.",
  },
  HC3006: {
    title: "A resource of this package cannot be imported",
    cause:
      "Pulumi imports an object by its id alone, and a dynamic provider, as this one is, has its code in the inputs. See docs/options.md.",
    remedy:
      'Declare the object as it is, with `adopt: "required"` instead of the option `import`: `pulumi up` then takes it over. A sharing, a configuration or a list of members is always taken hold of, without `adopt`.',
  },
  HC4001: {
    title: "The object exists already",
    cause: "Pulumi's state does not have it under this resource, and nothing says that it may be taken over.",
    remedy:
      'Declare `adopt: "ifExists"` to take it over and bring it to its declared form, or choose another name. If this resource was renamed or moved in the program, tell Pulumi its former name with the option `aliases` instead. If the state has it under this very resource, a replacement was forced (`up --replace`, `pulumi state taint`, `replacementTrigger`): run `pulumi up` without it.',
  },
  HC4002: {
    title: "The object to adopt does not exist",
    cause: '`adopt: "required"` takes over an existing object and never creates one.',
    remedy: 'Check the name, or declare `adopt: "ifExists"` to create it when it is missing.',
  },
  HC4003: {
    title: "An object was found after an interrupted creation, but nothing proves that it is ours",
    cause: "The server does not show the caller as its creator, or it was not known to be absent before.",
    remedy:
      'Look at the object. If it is yours, declare `adopt: "ifExists"` and run again; otherwise choose another name.',
  },
  HC4004: {
    title: "More than one object fits",
    cause: "The key that should be unique is not, so none of them can be chosen.",
    remedy: "Look at the objects and remove or rename all but one.",
  },
  HC4005: {
    title: "The fate of a creation is unknown",
    cause: "The server did not answer the request to the end, and then could not be looked at.",
    remedy: "Run again: the intent is recorded, so the next run looks first and creates nothing twice.",
  },
  HC4006: {
    title: "Two resources declare the same object",
    cause: "Both have the same key, so only one of them can have the object.",
    remedy: "Remove one of them, or give it another name.",
  },
  HC4007: {
    title: "Two resources decide the same thing",
    cause: "One of them is the whole truth about it, so the other could only contradict it, or say it twice.",
    remedy: "Declare it in one of them, and remove it from the other.",
  },
  HC4008: {
    title: "The name is taken",
    cause: "By an object that the caller does not see, or that is gone and keeps its name.",
    remedy: "Choose another name.",
  },
  HC4009: {
    title: "The object is that of another resource",
    cause: "Two resources of the program would write the same object over and over, and each could delete it.",
    remedy:
      "Keep one of them, or give this one another name. What two resources are to exchange takes two runs: give one of them a name in between first.",
  },
  HC4010: {
    title: "The object cannot be taken over as declared",
    cause: "What differs is settled when an object is made, so no update could bring it to the declared form.",
    remedy: "Declare it as it is, or choose another name.",
  },
  HC4011: {
    title: "It cannot be told whether the object exists already",
    cause:
      "The server's list is not known to be whole, or shows objects without the fields that tell them apart. What may be there is not created a second time.",
    remedy:
      "Run again. If it stays, compare the server's list with its own swagger.yaml: the number of all objects (X-Total-Count), `offset` and `limit`; and report the difference.",
  },
  HC4012: {
    title: "The answer to a creation carries the id of another object",
    cause:
      "A list that was read before the creation shows that object, so it cannot be the new one. Nothing was sent to it.",
    remedy: "Run again: the server is looked at before anything is sent a second time. If it stays, report it.",
  },
  HC5002: {
    title: "The caller is never locked out",
    cause: "It would delete the own user or organisation, or take the own last Superuser role away.",
    remedy:
      'Use another account for it; or, where something is to be deleted, declare `onDestroy: "retain"` to let only the stack forget it.',
  },
  HC5003: {
    title: "More than the object itself would be deleted",
    cause: "A dry run of the deletion, or a look at the object, shows things in it that this stack does not manage.",
    remedy:
      'Remove or move them, and run again. To let only the stack forget the object, declare `onDestroy: "retain"` and run `pulumi up` before it is to go; where a new one has replaced it already, run `pulumi state delete` with its URN in a terminal, and choose the one that is pending deletion. What this stack made, and forgot by `deletedWith` or `pulumi state delete`, goes along as long as the journal (`.haleconnect/` beside the program) has it and it is as it was made; what has `retainOnDelete` stays.',
  },
  HC5004: {
    title: "The change would replace the object, and with it everything below",
    cause: "The platform cannot change this field of an existing object.",
    remedy:
      'Undo the change, or declare `onRename: "replace"` here and on everything below to have all of it created anew.',
  },
  HC5005: {
    title: "An authoritative list would erase what it does not name",
    cause: "The list is the whole truth once it is taken up, and the server has more.",
    remedy: "Add what is missing to the list, or remove it on the platform first.",
  },
  HC6001: {
    title: "The object was created or adopted, but not brought to its declared form",
    cause: "A later request failed.",
    remedy:
      "Do what the later request's error says, if it asks for anything, and run `pulumi up` again: the object is in the state with its id, and the next run finishes it.",
  },
  HC6002: {
    title: "The object is gone",
    cause: "It was deleted behind Pulumi's back.",
    remedy: "Run `pulumi up --refresh --run-program`: it notices the deletion and creates the object again.",
  },
  HC6003: {
    title: "The server keeps something else than it was sent",
    cause: "It changes the value in its own way, or something else changed it at the same moment.",
    remedy: "Declare the value as the server keeps it, or run `pulumi up` again if it was a coincidence.",
  },
  HC6004: {
    title: "The object is not visible to this account",
    cause: "Another account saw it before. What an account is not allowed to see looks as if it were gone.",
    remedy: "Use the account that saw it; or set HALECONNECT_BELIEVE_ABSENCE=1 when this one sees as much.",
  },
  HC6005: {
    title: "The state belongs to another server",
    cause: "Ids are numbers, so the same id means another object there. Nothing was changed.",
    remedy: "Set HALECONNECT_URL to the server of the state, or use a stack of its own for this one.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
