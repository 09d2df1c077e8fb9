/** Every route of the management API, a row each: what the OpenAPI document says of it. */
import type { z } from 'zod'
import type { ErrorKind } from '../../errors.ts'
import { cancelledTask } from '../sora/answers.ts'
import * as admin from './admin.ts'
import * as applications from './applications.ts'
import * as credentials from './credentials.ts'
import * as engines from './engines.ts'
import * as files from './files.ts'
import * as sessions from './sessions.ts'
import * as tasks from './tasks.ts'
import * as usage from './usage.ts'
import * as webhooks from './webhooks.ts'

/** Schemas of bodies, by the name they have in the document. */
export const managementRequests = {
  Registration: sessions.registration,
  LogIn: sessions.login,
  EmailVerification: sessions.emailVerification,
  PasswordResetRequest: sessions.passwordResetRequest,
  PasswordReset: sessions.passwordReset,
  PasswordChange: sessions.passwordChange,
  ProfileChange: sessions.profileChange,
  NewApplication: applications.newApplication,
  NewCredential: credentials.newCredential,
  CredentialChange: credentials.credentialChange,
  CredentialRotation: credentials.credentialRotation,
  SecretRotation: webhooks.secretRotation,
  WebhookTest: webhooks.webhookTest,
  AccountChange: admin.accountChange,
  CreditChange: admin.creditChange,
  ApplicationChange: admin.applicationChange,
  NewInvite: admin.newInvite,
}

/** Schemas of answers, by the name they have in the document. */
export const managementAnswers = {
  SessionAnswer: sessions.sessionAnswer,
  LoggedIn: sessions.loggedIn,
  LoggedOut: sessions.loggedOut,
  Done: sessions.done,
  SessionList: sessions.sessionList,
  Profile: sessions.profileAnswer,
  ServiceList: applications.serviceList,
  ApplicationList: applications.applicationList,
  Application: applications.application,
  LedgerPage: applications.ledgerPage,
  CredentialList: credentials.credentialList,
  Credential: credentials.credential,
  CreatedCredential: credentials.createdCredential,
  RevokedCredential: credentials.revokedCredential,
  UsagePage: usage.usagePage,
  UsageSummary: usage.usageSummary,
  UploadedFile: files.uploadedFile,
  UploadedFileList: files.uploadedFileList,
  TaskPage: tasks.taskPage,
  TaskDetail: tasks.taskDetail,
  CancelledTask: cancelledTask,
  RetriedTask: tasks.retriedTask,
  DeliveryPage: webhooks.deliveryPage,
  Delivery: webhooks.delivery,
  WebhookSecret: webhooks.webhookSecret,
  WebhookTestResult: webhooks.webhookTestResult,
  InboxList: webhooks.inboxList,
  Inbox: webhooks.inbox,
  InboxItemList: webhooks.inboxItemList,
  AccountPage: admin.accountPage,
  Account: admin.account,
  AdminTaskPage: admin.adminTaskPage,
  EngineStatusList: admin.engineStatusList,
  EngineHealthList: engines.engineHealthList,
  Reconciliation: admin.reconciliation,
  InviteList: admin.inviteList,
  CreatedInvite: admin.createdInvite,
  Deleted: admin.deleted,
  PasswordResetLinkList: admin.passwordResetLinkList,
}

/** Who may call: anybody; a session or a key; a session alone; an administrator. The operator token may do all. */
export type Who = 'anybody' | 'caller' | 'person' | 'administrator'

export interface Operation {
  method: 'get' | 'post' | 'patch' | 'delete'
  path: string
  who: Who
  tag: 'Sessions' | 'Applications' | 'Keys' | 'Usage' | 'Files' | 'Tasks' | 'Webhooks' | 'Live' | 'Administration'
  summary: string
  body?: keyof typeof managementRequests
  query?: z.ZodObject
  /** The name of the file in a multipart/form-data body. */
  form?: string
  /** What it can answer beside what every route like it can. */
  fails?: readonly ErrorKind[]
  /** The name of a schema, or a content type of something else than JSON. */
  answer: keyof typeof managementAnswers | `${string}/${string}`
}

type Row = [
  Operation['method'],
  string,
  Who,
  string,
  Operation['answer'],
  Pick<Operation, 'body' | 'query' | 'form' | 'fails'>?,
]

const group = (tag: Operation['tag'], rows: Row[]): Operation[] =>
  rows.map(([method, path, who, summary, answer, input = {}]) => ({
    method,
    path: `/api/v1${path}`,
    who,
    tag,
    summary,
    answer,
    ...input,
  }))

export const managementOperations: readonly Operation[] = [
  ...group('Sessions', [
    ['get', '/session', 'anybody', 'Who is logged in, and who may register', 'SessionAnswer'],
    ['delete', '/session', 'person', 'Log out', 'LoggedOut'],
    ['post', '/registrations', 'anybody', 'Register', 'LoggedIn', { body: 'Registration' }],
    ['get', '/sessions', 'person', 'Where one is logged in', 'SessionList'],
    ['post', '/sessions', 'anybody', 'Log in', 'LoggedIn', { body: 'LogIn', fails: ['invalid_token'] }],
    ['delete', '/sessions/{id}', 'person', 'End a session', 'LoggedOut'],
    ['post', '/email_verifications', 'anybody', 'Confirm an address', 'LoggedIn', { body: 'EmailVerification' }],
    ['post', '/password_resets', 'anybody', 'Ask for a new password', 'Done', { body: 'PasswordResetRequest' }],
    ['post', '/password_resets/confirm', 'anybody', 'Set a new password by a link', 'Done', { body: 'PasswordReset' }],
    ['patch', '/profile', 'person', 'Change one’s name', 'Profile', { body: 'ProfileChange' }],
    [
      'post',
      '/profile/password',
      'person',
      'Change one’s password',
      'Done',
      { body: 'PasswordChange', fails: ['too_many_requests'] },
    ],
  ]),
  ...group('Applications', [
    ['get', '/services', 'anybody', 'What is offered, and at what price', 'ServiceList', { fails: ['invalid_token'] }],
    ['get', '/applications', 'caller', 'The account’s applications', 'ApplicationList'],
    ['post', '/applications', 'person', 'Acquire the service', 'Application', { body: 'NewApplication' }],
    ['get', '/applications/{id}', 'caller', 'An application', 'Application'],
    [
      'get',
      '/applications/{id}/ledger',
      'caller',
      'What happened to its credits',
      'LedgerPage',
      { query: applications.ledgerQuery },
    ],
  ]),
  ...group('Keys', [
    ['get', '/credentials', 'person', 'The keys', 'CredentialList'],
    ['post', '/credentials', 'person', 'Make a key', 'CreatedCredential', { body: 'NewCredential' }],
    ['patch', '/credentials/{id}', 'person', 'Change a key', 'Credential', { body: 'CredentialChange' }],
    [
      'post',
      '/credentials/{id}/rotate',
      'person',
      'Replace a key',
      'CreatedCredential',
      { body: 'CredentialRotation' },
    ],
    ['delete', '/credentials/{id}', 'person', 'Revoke a key', 'RevokedCredential'],
  ]),
  ...group('Usage', [
    ['get', '/usage', 'caller', 'What was asked for, a row a task', 'UsagePage', { query: usage.usageQuery }],
    ['get', '/usage/summary', 'caller', 'The same, summed', 'UsageSummary', { query: usage.usageSummaryQuery }],
    ['get', '/usage.csv', 'caller', 'The rows as CSV', 'text/csv', { query: usage.usageExportQuery }],
  ]),
  ...group('Files', [
    ['get', '/files', 'caller', 'The files one has sent', 'UploadedFileList'],
    ['post', '/files', 'caller', 'Send an image or a video', 'UploadedFile', { form: 'file' }],
    ['delete', '/files/{id}', 'caller', 'Delete a file', 'Deleted'],
  ]),
  ...group('Tasks', [
    ['get', '/tasks', 'caller', 'Look through the tasks', 'TaskPage', { query: tasks.taskListQuery }],
    ['get', '/tasks/{id}', 'caller', 'Look into a task', 'TaskDetail'],
    ['delete', '/tasks/{id}', 'caller', 'Delete a task with its files', 'Deleted'],
    ['post', '/tasks/{id}/cancel', 'caller', 'Cancel a task', 'CancelledTask'],
    ['post', '/tasks/{id}/retry', 'caller', 'Make a task anew', 'RetriedTask'],
  ]),
  ...group('Webhooks', [
    ['get', '/deliveries', 'caller', 'What was told to whom', 'DeliveryPage', { query: webhooks.deliveryQuery }],
    ['get', '/deliveries/{id}', 'caller', 'A delivery', 'Delivery'],
    ['post', '/deliveries/{id}/send_again', 'person', 'Send a callback again', 'Delivery'],
    ['get', '/webhook_secret', 'person', 'The secret that signs callbacks', 'WebhookSecret'],
    ['post', '/webhook_secret/rotate', 'person', 'Replace it', 'WebhookSecret', { body: 'SecretRotation' }],
    ['post', '/webhook_tests', 'person', 'Send a test event', 'WebhookTestResult', { body: 'WebhookTest' }],
    ['get', '/inboxes', 'person', 'The inboxes', 'InboxList'],
    ['post', '/inboxes', 'person', 'Open an inbox', 'Inbox', { fails: ['invalid_parameters'] }],
    ['delete', '/inboxes/{id}', 'person', 'Delete an inbox', 'Deleted'],
    ['get', '/inboxes/{id}/items', 'person', 'What came', 'InboxItemList'],
  ]),
  ...group('Live', [
    [
      'get',
      '/events',
      'caller',
      'What happens to the account, as it happens',
      'text/event-stream',
      { fails: ['too_many_requests'] },
    ],
  ]),
  ...group('Administration', [
    ['get', '/admin/accounts', 'administrator', 'The accounts', 'AccountPage', { query: admin.accountQuery }],
    ['get', '/admin/accounts/{id}', 'administrator', 'An account', 'Account'],
    ['patch', '/admin/accounts/{id}', 'administrator', 'Change an account', 'Account', { body: 'AccountChange' }],
    [
      'post',
      '/admin/accounts/{id}/credits',
      'administrator',
      'Give or take credits',
      'Account',
      { body: 'CreditChange' },
    ],
    [
      'patch',
      '/admin/accounts/{id}/application',
      'administrator',
      'Limit or disable its use',
      'Account',
      { body: 'ApplicationChange' },
    ],
    ['get', '/admin/tasks', 'administrator', 'Everybody’s tasks', 'AdminTaskPage', { query: admin.adminTaskQuery }],
    ['get', '/admin/engines', 'administrator', 'What each engine has to do', 'EngineStatusList'],
    ['get', '/engines', 'administrator', 'How each engine is, asked now', 'EngineHealthList'],
    ['get', '/admin/reconciliation', 'administrator', 'Whether ledger and tasks agree', 'Reconciliation'],
    ['get', '/admin/invites', 'administrator', 'The invitations', 'InviteList'],
    ['post', '/admin/invites', 'administrator', 'Invite somebody', 'CreatedInvite', { body: 'NewInvite' }],
    ['delete', '/admin/invites/{id}', 'administrator', 'Take an invitation back', 'Deleted'],
    [
      'get',
      '/admin/password_resets',
      'administrator',
      'Links for new passwords that could not be mailed',
      'PasswordResetLinkList',
    ],
  ]),
]
