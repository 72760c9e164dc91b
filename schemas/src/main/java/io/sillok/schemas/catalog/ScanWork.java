package io.sillok.schemas.catalog;

/// One file to scan: work for the scan worker, answered with [MaterialCommand.ConcludeScan].
public record ScanWork(MaterialId material, StoredFile file) {}
