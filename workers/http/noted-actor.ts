const actors = new WeakMap<Request, string>()

/** Notes who a request turned out to come from, for its line in the log. */
export function noteActor(request: Request, id: string): void {
  actors.set(request, id)
}

/** Id of who sent the request, or null as long as nobody was authenticated. */
export function notedActor(request: Request): string | null {
  return actors.get(request) ?? null
}
