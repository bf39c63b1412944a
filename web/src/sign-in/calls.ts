import { request } from '../api/request.ts'
import type { Operations } from '../api/schema.ts'

export const signUp = (name: string, email: string, password: string) =>
  request<Operations['POST /auth/sign-up/']['answer']>('POST', '/auth/sign-up/', { name, email, password })
export const verifyEmail = (token: string, password: string) =>
  request('POST', '/auth/verify-email/', { token, password })
export const resendMail = (email: string) => request('POST', '/auth/resend/', { email })
export const signInWith = (email: string, password: string) =>
  request('POST', '/auth/sign-in/', { email, password })
export const forgotPassword = (email: string) => request('POST', '/auth/forgot-password/', { email })
export const resetPassword = (token: string, password: string) =>
  request('POST', '/auth/reset-password/', { token, password })

/** An invitation as the one who holds its link sees it. */
export type InvitationPreview = Operations['POST /invitations/look/']['answer']
export const lookAtInvitation = (token: string) =>
  request<InvitationPreview>('POST', '/invitations/look/', { token })
export const acceptInvitation = (token: string) =>
  request<Operations['POST /invitations/accept/']['answer']>('POST', '/invitations/accept/', { token })
