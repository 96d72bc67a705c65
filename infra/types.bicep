// The shapes of the parameters that modules hand on.

@export()
@description('Tags by name.')
type tagSet = {
  *: string
}

@export()
@description('App settings by name.')
type settingSet = {
  *: string
}

@export()
@description('Object ids of groups in Entra ID by the code of the department whose members they hold.')
type departmentGroupSet = {
  *: string
}

@export()
@description('Object ids of the groups in Entra ID that hold the people of the system; leave empty those that do not exist.')
type groupSet = {
  @description('Read everything.')
  administrators: string
  @description('Replay, rebuild, deploy.')
  operators: string
  @description('Read reports.')
  readers: string
  @description('One for each department.')
  departments: departmentGroupSet
}

@export()
@description('The addresses of the storage account\'s services.')
type storageEndpointSet = {
  @description('Of blobs.')
  blob: string
  @description('Of queues.')
  queue: string
  @description('Of tables.')
  table: string
}

@export()
@description('The managed identity that the app runs as.')
type appIdentity = {
  @description('Its resource id.')
  id: string
  @description('By which the app names it.')
  clientId: string
  @description('By which role assignments name it.')
  principalId: string
}
