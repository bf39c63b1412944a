/** What of an error of the system is read here. */
interface SystemError extends Error {
  code: string
  path?: string
}

/**
 * An error of the file system, of zlib or of the argument parser as a sentence: what happened, and what to do. Null
 * for any other error.
 */
export function systemFault(error: unknown): string | null {
  if (!isSystemError(error)) return null
  const { code, path, message } = error
  const file = path ?? 'The file'
  if (code === 'ENOENT') return `${file} is not there. Check its name, and the folder that you are in.`
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be opened by you. Ask for the right to.`
  if (code === 'EISDIR') return `${path ?? 'That'} is a folder. Name a file in it.`
  if (code === 'ENOTDIR') return `${file} is not there: a part of its path is a file. Check the path.`
  if (code === 'ENOSPC') return `${file} could not be written: the disk is full. Make room, and try again.`
  if (code.startsWith('Z_')) return `The archive is cut or damaged (${message}). Get it anew.`
  return message
}

function isSystemError(error: unknown): error is SystemError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?:E[A-Z]+|Z_[A-Z_]+|ERR_PARSE_ARGS_[A-Z_]+)$/.test(error.code)
  )
}
