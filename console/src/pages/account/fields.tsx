import { PasswordInput, TextInput } from '@mantine/core'

export function EmailField() {
  return <TextInput label="E-mail" name="email" type="email" autoComplete="email" required maxLength={254} />
}

/** `isNew` tells browsers to offer a password of their making. */
export function PasswordField({ isNew = false, label = 'Password', name = 'password' }) {
  return (
    <PasswordInput
      label={label}
      name={name}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      description={isNew ? 'At least 10 characters.' : undefined}
      minLength={isNew ? 10 : 1}
      maxLength={128}
      required
      visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
    />
  )
}
