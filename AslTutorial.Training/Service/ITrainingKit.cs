using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Looks;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Service;

/// <summary>What a trainer trains with; each call may take long, and is made in this order, again after a fault.</summary>
internal interface ITrainingKit
{
    /// <exception cref="KitFaultException">Torch or the device cannot be used here.</exception>
    DeviceInfo LoadDevice();

    /// <summary>The memory of the device's card; null without a card, and where it cannot be read. Any thread may ask, at any time.</summary>
    CardMemory? ReadCardMemory();

    /// <exception cref="KitFaultException">The data set is missing or faulty; it may be tried again.</exception>
    SignData LoadData(CancellationToken cancel);

    /// <summary>What runs the lesson's cells on the data, beside a training.</summary>
    ICellPrograms CreateCells(SignData data);

    /// <summary>What answers looks, beside a training.</summary>
    ILooks CreateLooks(SignData data);

    /// <exception cref="KitFaultException">The device cannot hold the data, or cannot compute.</exception>
    ITrainer CreateTrainer(SignData data);

    /// <summary>A PNG that shows some images of every class.</summary>
    byte[] DrawContactSheet(ImageSet set);
}
