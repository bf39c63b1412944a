import type { GuardianOptions } from '../options.ts'

/** Any function, for inference. */
export type AnyFunction = (...args: never[]) => unknown

/** What a blocked call returns instead of throwing. */
type Substitute<O extends GuardianOptions> = SubstituteFor<O['onViolation'], O['fallback']>
type SubstituteFor<V, Fallback> = V extends 'replace'
  ? unknown extends Fallback
    ? null
    : | NonNullable<Fallback>
      | (null extends Fallback ? null : never)
      | (undefined extends Fallback ? null : never)
  : V extends 'return_none'
    ? null
    : never

type Streamed = AsyncIterable<unknown> | ReadableStream<unknown> | Response
/**
 * What is read piece by piece says in its pieces what stands in the place of what was blocked; only a prompt that was
 * refused before has no stream.
 */
type SubstituteOf<R, O extends GuardianOptions> = [Awaited<R>] extends [Streamed]
  ? O['checkPrompt'] extends true
    ? Substitute<O>
    : never
  : Substitute<O>

/** The mode in force: `edge` where the options don't name one. */
type ModeOf<O extends GuardianOptions> = unknown extends O['mode']
  ? 'edge'
  : NonNullable<O['mode']> | (undefined extends O['mode'] ? 'edge' : never)

/** What a wrapped function returns: a promise where the verdict is awaited, or where it returned one before. */
type Returned<R, Mode, S> = Mode extends 'edge'
  ? Promise<Awaited<R> | S>
  : R extends PromiseLike<unknown>
    ? Promise<Awaited<R> | S>
    : R | S

/**
 * The type of a wrapped function: the very same where nothing changes (generics and overloads stay), else the
 * same parameters and `this`, with a promise of the result and of what a blocked call returns.
 */
export type Wrapped<F extends AnyFunction, O extends GuardianOptions> = [
  Returned<ReturnType<F>, ModeOf<O>, SubstituteOf<ReturnType<F>, O>>,
] extends [ReturnType<F>]
  ? F
  : (
      this: ThisParameterType<F>,
      ...args: Parameters<F>
    ) => Returned<ReturnType<F>, ModeOf<O>, SubstituteOf<ReturnType<F>, O>>

/** Names of the methods of an object. */
export type MethodOf<T> = { [K in keyof T]-?: T[K] extends AnyFunction ? K : never }[keyof T]
/** A method without its `this`, which is bound. */
export type BoundMethod<T, K extends keyof T, O extends GuardianOptions> = T[K] extends AnyFunction
  ? OmitThisParameter<Wrapped<T[K], O>>
  : never
