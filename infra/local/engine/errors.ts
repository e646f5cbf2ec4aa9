/** An answer of the API that says no. `name` is the name of the exception in the AWS SDK. */
export class ApiError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** The text is no task token. */
export class InvalidToken extends ApiError {
  constructor() {
    super("InvalidToken", "Invalid Token: 'Invalid token'");
  }
}

/** A well-formed token of a task that this journal has never known. */
export class TaskDoesNotExist extends ApiError {
  constructor() {
    super("TaskDoesNotExist", "Task Does Not Exist: 'Provided task does not exist'");
  }
}

/** The task was answered before, timed out, or its execution is over. */
export class TaskTimedOut extends ApiError {
  constructor() {
    super("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
  }
}

export class InvalidOutput extends ApiError {
  constructor(reason: string) {
    super("InvalidOutput", `Invalid Output: '${reason}'`);
  }
}

export class InvalidName extends ApiError {
  constructor(name: string) {
    super("InvalidName", `Invalid Name: '${name}'`);
  }
}

export class InvalidArn extends ApiError {
  constructor(arn: string) {
    super("InvalidArn", `Invalid Arn: '${arn}'`);
  }
}

export class InvalidExecutionInput extends ApiError {
  constructor(reason: string) {
    super("InvalidExecutionInput", `Invalid State Machine Execution Input: '${reason}'`);
  }
}

export class ExecutionAlreadyExists extends ApiError {
  constructor(arn: string) {
    super("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
  }
}

export class ExecutionDoesNotExist extends ApiError {
  constructor(arn: string) {
    super("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
  }
}

export class StateMachineDoesNotExist extends ApiError {
  constructor(arn: string) {
    super("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);
  }
}

/** A definition that this engine does not run, with the state and the field that it stumbled over. */
export class InvalidDefinition extends ApiError {
  constructor(where: string, reason: string) {
    super("InvalidDefinition", `${where}: ${reason}`);
  }
}
