// The identity that the app runs as. It is a resource of its own, so that its roles stand before the app starts and stay
// when the app moves to another plan.
import { tagSet } from '../types.bicep'

@description('Name of the managed identity.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags tagSet

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id of the identity.')
output id string = identity.id

@description('By which the app names the identity.')
output clientId string = identity.properties.clientId

@description('By which role assignments name the identity.')
output principalId string = identity.properties.principalId
