import type { CatalogueEntry } from "./entry";

/** What can go wrong with one resource: its inputs (3xxx), what exists already (4xxx), protection of data (5xxx), its state (6xxx). */
export const resourceErrors = {
  HC3001: {
    title: "An input is invalid",
    cause: "The field does not take this value.",
    remedy: "Correct the value. The pages in node_modules/pulumi-haleconnect/docs/reference say what each field takes.",
    exit: "usage",
  },
  HC3002: {
    title: "There is no such input",
    cause: "The name is not a field of this resource.",
    remedy: "Correct the name of the field, or remove it.",
    exit: "usage",
  },
  HC3003: {
    title: "An input does not fit what is on the server",
    cause:
      "What is on the server contradicts the input. For instance, the object that the input names does not exist, or the account may not see it.",
    remedy: "Correct the input. If it names an object, name one that exists.",
    exit: "usage",
  },
  HC3004: {
    title: "The provider cannot use a file",
    cause: "The file is missing, unreadable or too large, or the field does not take its content.",
    remedy: "Correct the path or the file. A path starts at the folder of the program.",
    exit: "usage",
  },
  HC3005: {
    title: "The look-up finds no object, or more than one",
    cause: "The server does not know the object, the account may not see it, or more than one object fits.",
    remedy:
      "Correct the arguments. If the program itself creates the object, pass the resource, or use the `…Output` form of the function.",
    exit: "usage",
  },
  HC3006: {
    title: "A resource of this package cannot be imported",
    cause:
      "Pulumi imports an object by its id alone. Pulumi finds a dynamic provider, such as this one, by the inputs of the resource. An import has no inputs. See node_modules/pulumi-haleconnect/docs/options.md.",
    remedy:
      'Remove the option `import`, declare the object as it is, and add `adopt: "required"`. `pulumi up` then takes it over. A sharing list, a member list and a CSW configuration need no `adopt`.',
    exit: "usage",
  },
  HC3007: {
    title: "Pulumi cannot ignore a part of a list of files",
    cause:
      "The program gives the files as a list, and the state has them by name. So Pulumi does not find the part and ignores nothing. The provider would overwrite the file.",
    remedy:
      'Ignore the whole field (`ignoreChanges: ["files"]`). Or declare the file as a resource `BucketFile`, and ignore its `source`.',
    exit: "usage",
  },
  HC3008: {
    title: "Pulumi's `customTimeouts` has no effect here",
    cause: "Pulumi does not pass these times to a dynamic provider, so they limit nothing.",
    remedy:
      "Remove `customTimeouts` from the resource's options. PublishedService and WorkflowRun take the argument `timeoutSeconds` instead.",
    exit: "usage",
  },
  HC4001: {
    title: "The object exists already",
    cause:
      "Nothing shows that this resource made the object, and the program does not allow the provider to take it over.",
    remedy:
      'To take it over, declare `adopt: "ifExists"`. The provider then changes it to what you declare. Otherwise declare another `name`. If you gave this resource another name or another `parent` in the program, list the former one in the option `aliases`. If you forced a replacement (`up --replace`, `pulumi state taint`, `replacementTrigger`), run `pulumi up` without it.',
    exit: "failure",
    about: "key",
  },
  HC4002: {
    title: "The object to adopt does not exist",
    cause: '`adopt: "required"` takes over an existing object and never creates one.',
    remedy: 'Check the name. To create the object when it is missing, declare `adopt: "ifExists"`.',
    exit: "failure",
    about: "key",
  },
  HC4003: {
    title: "The object exists after an interrupted creation, but nothing proves that this stack made it",
    cause:
      "The server does not name this account as the creator. Or the journal does not show that the object was absent before the creation began.",
    remedy:
      'Look at the object on the platform. If it is yours, declare `adopt: "ifExists"` and run again. Otherwise choose another name.',
    exit: "failure",
    about: "key",
  },
  HC4004: {
    title: "More than one object fits",
    cause: "Several objects have the same key, which should be unique. The provider cannot know which one you mean.",
    remedy: "Look at the objects on the platform. Remove or rename all but one.",
    exit: "failure",
    about: "key",
  },
  HC4005: {
    title: "The provider does not know whether the server created the object",
    cause: "The server did not complete its answer. Then the provider looked for the object, and got no answer either.",
    remedy: "Run again. The creation is in the journal, so the next run looks first and creates nothing twice.",
    exit: "failure",
    about: "key",
  },
  HC4006: {
    title: "Two resources declare the same object",
    cause: "Both have the same key, and only one resource can manage an object.",
    remedy: "Remove one of the resources, or declare another key for one of them, such as another `name`.",
    exit: "failure",
    about: "key",
  },
  HC4007: {
    title: "Two resources declare the same setting",
    cause: "Each would overwrite or repeat what the other one declares.",
    remedy: "Declare it in one of them, and remove it from the other.",
    exit: "failure",
    about: "key",
  },
  HC4008: {
    title: "The name is taken",
    cause: "An object that this account may not see has the name, or a deleted object keeps it.",
    remedy: "Declare another name.",
    exit: "failure",
    about: "key",
  },
  HC4009: {
    title: "Another resource manages the object",
    cause:
      "If two resources managed one object, each would overwrite the other's work. Each could also delete the object.",
    remedy:
      "Keep one of the resources, or declare another name for this one. To swap the names of two objects, use two runs: in the first run, declare a third name for one of them.",
    exit: "failure",
    about: "key",
  },
  HC4010: {
    title: "The provider cannot take over the object as declared",
    cause:
      "The object differs from its declaration in a field that the platform sets only at the creation. No update can change that field.",
    remedy: "Declare the value that the object has, or declare another name.",
    exit: "failure",
    about: "key",
  },
  HC4011: {
    title: "The provider does not know whether the object exists already",
    cause:
      "The server's list may be incomplete, or its objects may lack the fields that identify them. The provider does not risk creating a second object.",
    remedy:
      "Run again. If the error remains, read how the server's lists work (X-Total-Count, `offset` and `limit`). The document of the service says it: `<service>/swagger.yaml` under HALECONNECT_URL (for example `/accounts/swagger.yaml`).",
    exit: "failure",
    about: "key",
  },
  HC4012: {
    title: "The server answered a creation with the id of another object",
    cause:
      "An object with this id existed before the creation. So the answer does not name the new object. The provider sent nothing to the existing object.",
    remedy:
      "Run again. The provider looks at the server before it repeats the creation. If the error remains, report it.",
    exit: "failure",
    about: "key",
  },
  HC5002: {
    title: "The account would lock itself out",
    cause:
      "The change would delete or deactivate the account's own user, delete its own organisation, or take away the last role with which this account manages an organisation.",
    remedy:
      'Use another account for this change. To remove only the resource, declare `onDestroy: "retain"`: the stack forgets the object, and the platform keeps it.',
    exit: "failure",
  },
  HC5003: {
    title: "The deletion would take more than the object itself",
    cause: "The object holds things that this stack does not manage.",
    remedy:
      'Remove or move these things, and run again. To keep the object on the platform, declare `onDestroy: "retain"`, run `pulumi up`, and then delete the resource. If a new object has already replaced this one, run `pulumi state delete <urn>` in a terminal, and choose the object that is pending deletion. For objects that Pulumi forgot (`deletedWith`, `pulumi state delete`), see node_modules/pulumi-haleconnect/docs/options.md.',
    exit: "failure",
  },
  HC5004: {
    title: "The change would replace the object and everything below it",
    cause: "The platform cannot change this field of an existing object.",
    remedy:
      'Undo the change. To replace all of these objects, declare `onReplace: "replace"` here and on everything below.',
    exit: "failure",
  },
  HC5005: {
    title: "A list would remove entries that it does not name",
    cause: "The list must name all entries. The server has entries that it does not name.",
    remedy: "Add the missing entries to the list, or remove them on the platform first.",
    exit: "failure",
    about: "key",
  },
  HC6001: {
    title: "The object exists, but does not match its declaration",
    cause: "The provider created or adopted it, and a later request failed.",
    remedy:
      "Do what the error of that request says, and run `pulumi up` again. The state has the object with its id, so the next run completes the object.",
    exit: "failure",
  },
  HC6002: {
    title: "The object is gone",
    cause: "Somebody deleted it without Pulumi.",
    remedy: "Run `pulumi up --refresh --run-program`. Pulumi then notices the deletion and creates the object again.",
    exit: "failure",
  },
  HC6003: {
    title: "The server does not have the value that the provider sent",
    cause: "The server altered the value, or somebody else changed it at the same moment.",
    remedy: "If somebody else changed it, run `pulumi up` again. Otherwise declare the value that the server has.",
    exit: "failure",
  },
  HC6004: {
    title: "This account does not see the object",
    cause:
      "Another account saw it before. Perhaps this account may not see it, so the provider does not treat it as deleted.",
    remedy:
      "Use the account that saw it. If this account may see everything that the other one saw, set HALECONNECT_BELIEVE_ABSENCE=1 for this run.",
    exit: "failure",
  },
  HC6005: {
    title: "The state belongs to another server",
    cause: "On another server, the same id belongs to another object. The provider changed nothing.",
    remedy: "Set HALECONNECT_URL to the server of the state, or use another stack for this server.",
    exit: "failure",
  },
  HC6006: {
    title: "The provider cannot recognise the object",
    cause:
      "The server answered twice without any field by which the provider could recognise the object. After a restore, this id may belong to another object. The provider changed nothing.",
    remedy:
      "Run again when the server answers in full. If the object is not yours any more, take it out of the state with `pulumi state delete`.",
    exit: "failure",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
